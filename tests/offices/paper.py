"""A sheet of paper: cells, merges, and what a clerk expects of each row.

A column knows its head (one to three lines), what it prints for a matter and what a clerk
would take from that: a dictionary of field to value, where 'kept' stands for words that must
be found again somewhere in the record or among what was told.
"""

import csv
import io

import openpyxl
from openpyxl.styles import Alignment, Border, Side

from rows import BOXES, FREQ, KINDS, LEVELS, UNIT_NAME, UNIT_SHORT


class Col:
    def __init__(self, head, cell, want=None):
        self.head = (head,) if isinstance(head, str) else tuple(head)
        self.cell, self.want = cell, want or (lambda m: {})


class Sheet:
    def __init__(self, name='Sheet1'):
        self.name, self.cells, self.merges = name, {}, []
        self.hidden_cols, self.hidden_rows, self.state = [], [], 'visible'
        self.wants, self.row, self.widths, self.formats = [], 1, {}, {}
        self.fonts = {}

    def put(self, r, c, v):
        if v is not None and v != '':
            self.cells[r, c] = v

    def merge(self, r1, c1, r2, c2):
        if (r1, c1) != (r2, c2):
            self.merges.append((r1, c1, r2, c2))

    def line(self, text, c=1, width=0):
        self.put(self.row, c, text)
        if width:
            self.merge(self.row, c, self.row, c + width - 1)
        self.row += 1

    def skip(self, n=1):
        self.row += n

    def head(self, cols, left=1):
        deep = max(len(c.head) for c in cols)
        for i, col in enumerate(cols):
            for k, text in enumerate(col.head):
                first = k == len(col.head) - 1 or not (
                    i and cols[i - 1].head[:k + 1] == col.head[:k + 1] and len(cols[i - 1].head) > k + 1)
                if first:
                    self.put(self.row + k, left + i, text)
            if len(col.head) < deep:
                self.merge(self.row + len(col.head) - 1, left + i, self.row + deep - 1, left + i)
        for k in range(deep - 1):
            i = 0
            while i < len(cols):
                j = i
                while (j + 1 < len(cols) and len(cols[i].head) > k + 1 and len(cols[j + 1].head) > k + 1
                       and cols[j + 1].head[:k + 1] == cols[i].head[:k + 1]):
                    j += 1
                if len(cols[i].head) > k + 1:
                    self.merge(self.row + k, left + i, self.row + k, left + j)
                i = j + 1
        self.row += deep

    def body(self, cols, matters, left=1, merged=(), blanked=(), extra=None):
        """merged: columns (by index) whose equal runs are merged; blanked: printed once only."""
        start = self.row
        for n, m in enumerate(matters):
            for i, col in enumerate(cols):
                self.put(self.row, left + i, col.cell(m))
            self.wants.append((self.row, m, wanted(cols, m, extra)))
            self.row += 1
        for i in tuple(merged) + tuple(blanked):
            at = start
            while at < self.row:
                end = at
                value = self.cells.get((at, left + i))
                while end + 1 < self.row and value is not None and self.cells.get((end + 1, left + i)) == value:
                    end += 1
                    del self.cells[end, left + i]
                if i in merged:
                    self.merge(at, left + i, end, left + i)
                at = end + 1

    def grid(self):
        rows = max((r for r, _ in self.cells), default=0)
        width = max((c for _, c in self.cells), default=0)
        return [[self.cells.get((r, c), '') for c in range(1, width + 1)] for r in range(1, rows + 1)]


def wanted(cols, m, extra=None):
    want = {}
    for col in cols:
        for key, value in col.want(m).items():
            if key in ('channels', 'level') and key in want:
                want[key] = want[key] | value
            elif key == 'kept':
                want.setdefault('kept', []).extend(value if isinstance(value, list) else [value])
            else:
                want[key] = value
    want.update(extra(m) if extra else {})
    return want


class Book:
    """One file: name, how it is written, with which options, and its sheets."""

    def __init__(self, name, sheets, say, options=(), write='xlsx', **how):
        self.name, self.sheets, self.say = name, sheets, say
        self.options, self.write, self.how = list(options), write, how

    @property
    def file(self):
        return self.name + ('.xlsx' if self.write == 'xlsx' else '.csv')

    def save(self, path):
        if self.write == 'xlsx':
            save_xlsx(self, path)
        else:
            with open(path, 'wb') as f:
                f.write(csv_bytes(self.sheets[0].grid(), **self.how))


def save_xlsx(book, path):
    wb = openpyxl.Workbook()
    wb.remove(wb.active)
    edge = Side(style='thin')
    for s in book.sheets:
        ws = wb.create_sheet(s.name)
        for (r, c), v in s.cells.items():
            cell = ws.cell(r, c, v)
            cell.alignment = Alignment(wrap_text=True, vertical='center')
            cell.border = Border(left=edge, right=edge, top=edge, bottom=edge)
            if (r, c) in s.formats:
                cell.number_format = s.formats[r, c]
        for r1, c1, r2, c2 in s.merges:
            ws.merge_cells(start_row=r1, start_column=c1, end_row=r2, end_column=c2)
        for c in s.hidden_cols:
            ws.column_dimensions[openpyxl.utils.get_column_letter(c)].hidden = True
        for r in s.hidden_rows:
            ws.row_dimensions[r].hidden = True
        ws.sheet_state = s.state
    wb.save(path)


def csv_bytes(grid, encoding='utf-8-sig', sep=',', eol='\r\n', quote='minimal', before=''):
    out = io.StringIO()
    how = {'minimal': csv.QUOTE_MINIMAL, 'all': csv.QUOTE_ALL}[quote]
    w = csv.writer(out, delimiter=sep, lineterminator=eol, quoting=how)
    out.write(before)
    for row in grid:
        w.writerow(row)
    return out.getvalue().encode(encoding)


# Columns as they are printed.

def seq(head='序号', how=lambda m: m.seq):
    return Col(head, how, lambda m: {})


def group(head=('公开事项', '一级事项')):
    return Col(head, lambda m: m.group, lambda m: {'group': m.group})


def title(head=('公开事项', '二级事项'), trim=lambda t: t):
    return Col(head, lambda m: trim(m.title), lambda m: {'title': m.title})


def sub(head=('公开事项', '三级事项')):
    return Col(head, lambda m: m.sub, lambda m: {'subgroup': m.sub} if m.sub else {})


def content(head='公开内容（要素）', join='\n', number=None):
    def cell(m):
        if number:
            return join.join(number(i + 1) + t for i, t in enumerate(m.content))
        return join.join(m.content)
    return Col(head, cell, lambda m: {'content': m.content})


def basis(head='公开依据', join='\n'):
    return Col(head, lambda m: join.join(m.basis), lambda m: {'elements.basis': m.basis})


def limit(head='公开时限'):
    return Col(head, lambda m: m.limit, lambda m: {'limit': m.limit})


def subject(head='公开主体', name=None):
    return Col(head, lambda m: name or UNIT_NAME[m.subject], lambda m: {'subject': m.subject})


def unit(head='责任科室', name=UNIT_SHORT):
    return Col(head, lambda m: name[m.unit] if isinstance(name, dict) else name(m), lambda m: {'unit': m.unit})


def ticked(m, labels=BOXES):
    """其他 alone says of no channel which it is: the word has to be kept."""
    want = {'channels': (set(m.channels) & set(labels)) - {'other'}}
    if 'other' in m.channels and 'other' in labels:
        want['kept'] = ['其他']
    return want


def boxes(head='公开渠道和载体', on='■', off='□', sep='\n', labels=BOXES, per_line=1, other='其他____',
          only_on=False, gap=''):
    def cell(m):
        parts = []
        for k in KINDS:
            if k not in labels:
                continue
            ticked = k in m.channels
            if only_on and not ticked:
                continue
            text = other if k == 'other' and labels is BOXES else labels[k]
            parts.append((on if ticked else off) + gap + text)
        return sep.join(' '.join(parts[i:i + per_line]) for i in range(0, len(parts), per_line))
    return Col(head, cell, lambda m: ticked(m, labels))


def box_columns(head='公开渠道和载体', on='√', off='', labels=BOXES):
    def column(k):
        top = (head,) if isinstance(head, str) else head
        return Col(top + (labels[k],), lambda m: on if k in m.channels else off,
                   lambda m: ticked(m, {k: labels[k]}))
    return [column(k) for k in KINDS if k in labels]


def channel_list(head='公开渠道', sep='、', labels=BOXES, number=None):
    def cell(m):
        names = [labels[k] for k in KINDS if k in m.channels]
        return sep.join((number(i + 1) if number else '') + n for i, n in enumerate(names))
    return Col(head, cell, lambda m: ticked(m, labels))


def audience_2(top='公开对象', everyone='全社会', some='特定群体', on='√', off='', say=False):
    def want(m):
        return {'audience': m.audience} | ({'audience-group': m.group_of} if say and m.group_of else {})
    return [Col((top, everyone), lambda m: off if m.group_of else on, want),
            Col((top, some), lambda m: (m.group_of if say else on) if m.group_of else off, lambda m: {})]


def audience_1(head='公开对象', everyone='全社会', some='特定群体（{}）'):
    def want(m):
        return {'audience': m.audience} | ({'audience-group': m.group_of} if m.group_of else {})
    return Col(head, lambda m: some.format(m.group_of) if m.group_of else everyone, want)


def attr_2(top='公开方式', yes='主动', ask='依申请', on='√', off=''):
    want = lambda m: {'disclosure.attribute': m.attr}
    return [Col((top, yes), lambda m: on if m.attr == 'proactive' else off, want),
            Col((top, ask), lambda m: on if m.attr == 'on-request' else off)]


def attr_1(head='公开方式', yes='主动公开', ask='依申请公开'):
    return Col(head, lambda m: yes if m.attr == 'proactive' else ask,
               lambda m: {'disclosure.attribute': m.attr})


def level_n(top='公开层级', heads=(('县级', 'county'), ('乡级', 'township')), on='√', off='', word=False):
    def column(name, key):
        def cell(m):
            return (name if word else on) if key in m.level else off
        return Col((top, name), cell, lambda m: {'level': {key} & set(m.level)})
    return [column(n, k) for n, k in heads]


def level_1(head='公开层级', sep='、', names=LEVELS):
    return Col(head, lambda m: sep.join(names[k] for k in m.level), lambda m: {'level': set(m.level)})


def freq(head='更新频率'):
    return Col(head, lambda m: m.freq, lambda m: {'frequency': FREQ[m.freq]})


def words(head, cell, key=None):
    """A column of words; without a key they only have to be kept."""
    return Col(head, cell, lambda m: ({key: cell(m)} if key else {'kept': [str(cell(m))]}) if cell(m) else {})
