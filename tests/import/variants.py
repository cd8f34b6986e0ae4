#!/usr/bin/env python3
"""variants.py FACTS OUT: the same rows of a catalogue in the forms in which offices have them.

Each file in OUT is one printed form; OUT/forms.json says what each of them leaves out.
"""
import csv
import json
import os
import sys

from openpyxl import Workbook

BOXES = ['政府网站', '政府公报', '两微一端', '发布会/听证会', '广播电视', '纸质媒体', '公开查阅点', '政务服务中心',
         '便民服务站', '入户/现场', '社区/企事业单位/村公示栏(电子屏)', '精准推送', '其他']
TICKS = {'root': '√', 'ballot': '☑', 'square': '■', 'check': '✓', 'disc': '●', 'word': '是'}
EMPTY = {'root': '', 'ballot': '□', 'square': '口', 'check': '', 'disc': '○', 'word': '否'}


def text(value, between='\n'):
    """A cell as it is printed; what a page says of merging is no text of the table."""
    if value is None:
        return ''
    if isinstance(value, list):
        return between.join(v for v in value if not v.startswith('(merged') and not v.startswith('(as row'))
    return str(value)


def head(levels):
    """Two lines; None stands below or beside what covers it."""
    over = ['领域', '单位', '序号', '公开事项', None, '公开内容（要素）', '公开依据', '公开时限', '公开主体',
            '公开渠道和载体', '公开对象', None, '公开方式', None] + ['公开层级'] * bool(levels) + [None] * (len(levels) - 1)
    under = [None, None, None, '一级事项', '二级\n事项', None, None, None, None, None, '全社会', '特定群体\n（请写明）',
             '主动', '依 申 请'] + levels
    return over, under


def ticked(row, levels, yes, no):
    def tick(is_so, known=True):
        return yes if is_so else (no if known else '')
    return [tick(row['公开对象'] == '全社会', row['公开对象']), tick(False, row['公开对象']),
            tick(row['公开方式'] == '主动', row['公开方式']), tick(False, row['公开方式'])] + \
        [tick(level in (row['公开层级'] or []), row['公开层级']) for level in levels]


def front(row, channels, between='\n'):
    return [text(row['领域']), text(row['单位']), row['序号'] if row['序号'] is not None else '', text(row['一级事项']),
            text(row['二级事项']), text(row['公开内容(要素)'], between), text(row['公开依据'], between), text(row['公开时限']),
            text(row['公开主体'], '、'), channels]


def one_cell(row, between='、'):
    return text(row['公开渠道和载体(■)'], between)


def thirteen(row, full='■', empty='□', between=' '):
    names = row['公开渠道和载体(■)']
    if names is None:
        return ''
    own = [n for n in names if n not in BOXES]
    return between.join([(full if box in names else empty) + box for box in BOXES] + [full + n for n in own])


class Sheet:
    def __init__(self):
        self.book = Workbook()
        self.sheet = self.book.active
        self.sheet.title = '标准目录'
        self.row = 0

    def add(self, cells):
        self.row += 1
        for i, value in enumerate(cells, 1):
            if value not in (None, ''):
                self.sheet.cell(self.row, i, value)

    def merge(self, row, column, last_row, last_column):
        if (row, column) != (last_row, last_column):
            self.sheet.merge_cells(start_row=row, start_column=column, end_row=last_row, end_column=last_column)

    def add_head(self, lines):
        first = self.row + 1
        for line in lines:
            self.add(line)
        width = max(len(line) for line in lines)
        grid = [list(line) + [None] * (width - len(line)) for line in lines]
        for r, line in enumerate(grid):
            for c, value in enumerate(line):
                if value is None:
                    continue
                right, down = c, r
                while right + 1 < width and line[right + 1] is None and any(
                        grid[k][right + 1] is not None for k in range(r + 1, len(grid))):
                    right += 1
                while right == c and down + 1 < len(grid) and grid[down + 1][c] is None:
                    down += 1
                self.merge(first + r, c + 1, first + down, right + 1)


def main(facts, out):
    with open(facts, encoding='utf-8') as f:
        rows = json.load(f)['rows']
    levels = sorted({level for row in rows for level in row['公开层级'] or []})
    forms = {}

    def save(name, sheet, **leaves_out):
        sheet.book.save(os.path.join(out, name))
        forms[name] = leaves_out

    # Two lines, the standard form, with each sort of tick.
    for sort, sign in TICKS.items():
        sheet = Sheet()
        sheet.add_head(head(levels))
        for row in rows:
            sheet.add(front(row, one_cell(row)) + ticked(row, levels, sign, EMPTY[sort]))
        save('two-lines-%s.xlsx' % sort, sheet)

    # Three lines, a row with the numbers of the columns, and the head once more in the middle.
    sheet = Sheet()
    over, under = head(levels)
    top = ['基本情况'] + [None] * 9 + ['公开要求'] + [None] * (len(over) - 11)
    sheet.add_head([top, over, under])
    sheet.add([str(i + 1) for i in range(len(over))])
    for i, row in enumerate(rows):
        if i == len(rows) // 2:
            sheet.add_head([over, under])
        sheet.add(front(row, one_cell(row), '；') + ticked(row, levels, '√', ''))
    save('three-lines.xlsx', sheet)

    # Merged: each run of equal first-level matters, limits and subjects is one cell.
    sheet = Sheet()
    sheet.add_head(head(levels))
    first = sheet.row + 1
    lines = [front(row, one_cell(row)) + ticked(row, levels, '√', '') for row in rows]
    for line in lines:
        sheet.add(line)
    for column in (1, 2, 4, 8, 9):
        start = 0
        for i in range(1, len(lines) + 1):
            if i < len(lines) and lines[i][column - 1] and lines[i][column - 1] == lines[start][column - 1]:
                sheet.sheet.cell(first + i, column).value = None
                continue
            sheet.merge(first + start, column, first + i - 1, column)
            start = i
    save('merged.xlsx', sheet)

    # A title above, notes below, hidden rows, a second sheet that is no table.
    sheet = Sheet()
    sheet.add(['某镇基层政务公开标准目录'])
    sheet.merge(1, 1, 1, len(over))
    sheet.add(['编制单位：某镇党政综合办公室', None, None, '2026年11月'])
    sheet.add_head([over, under])
    for row in rows:
        sheet.add(front(row, one_cell(row, '\n')) + ticked(row, levels, '√', None))
    sheet.sheet.row_dimensions[sheet.row].hidden = True
    sheet.add(['注：本目录自印发之日起施行，由党政综合办公室负责解释。'])
    sheet.add(['填报人：张某', None, '审核人：李某'])
    sheet.book.create_sheet('说明')['A1'] = '填写时请勿改动表头。'
    save('title-and-notes.xlsx', sheet)

    # Thirteen boxes in one cell, some of them typed as the character that looks like a box.
    sheet = Sheet()
    sheet.add_head(head(levels))
    for i, row in enumerate(rows):
        boxes = thirteen(row, '■', '口' if i % 3 == 0 else '□', '\n' if i % 2 else ' ')
        sheet.add(front(row, boxes) + ticked(row, levels, '√', '□'))
    save('thirteen-boxes.xlsx', sheet)

    # A column for each of the boxes.
    names = BOXES + sorted({n for row in rows for n in row['公开渠道和载体(■)'] or [] if n not in BOXES})
    sheet = Sheet()
    sheet.add_head([over[:9] + ['公开渠道和载体'] + [None] * (len(names) - 1) + over[10:],
                    under[:9] + names + under[10:]])
    for row in rows:
        marks = ['√' if n in (row['公开渠道和载体(■)'] or []) else None for n in names]
        sheet.add(front(row, '')[:9] + marks + ticked(row, levels, '√', ''))
    save('box-columns.xlsx', sheet)

    # One line, words instead of ticks, neither levels nor the field's own column, odd heads.
    sheet = Sheet()
    sheet.sheet.title = 'Sheet1'
    sheet.add(['序号', '一级目录', '二级目录', '公开要素', '依据', '公 开 时 限', '公开责任主体', '公开渠道', '公开对象', '公开属性'])
    for row in rows:
        sheet.add(front(row, one_cell(row))[2:8] + [text(row['公开主体'], '、'), one_cell(row), text(row['公开对象']),
                                                    text(row['公开方式'])])
    save('one-line.xlsx', sheet, without=['领域', '单位', '公开层级'])

    # CSV, as a spreadsheet saves the two-line form.
    lines = [['' if c is None else c for c in line] for line in head(levels)] + [
        front(row, one_cell(row)) + ticked(row, levels, '√', '') for row in rows]
    for name, encoding in (('utf-8.csv', 'utf-8'), ('utf-8-bom.csv', 'utf-8-sig'), ('gbk.csv', 'gb18030')):
        with open(os.path.join(out, name), 'w', encoding=encoding, newline='') as f:
            csv.writer(f).writerows(lines)
        forms[name] = {}
    with open(os.path.join(out, 'forms.json'), 'w', encoding='utf-8') as f:
        json.dump(forms, f, ensure_ascii=False, indent=1)


main(sys.argv[1], sys.argv[2])
