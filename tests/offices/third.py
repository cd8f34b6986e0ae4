"""The third set: what the other two had not thought of."""

from paper import *
from rows import MADE


def front():
    return [seq(), group(), title(), content(), basis(), limit()]


def bare_levels(rows):
    s = Sheet()
    cols = [*front(), subject(), channel_list(), *level_n('公开层级', (('县（区）', 'county'), ('乡镇（街道）', 'township'),
                                                                 ('村（社区）', 'village')))]
    s.head(cols)
    s.body(cols, MADE)
    return Book('bare-levels', [s], 'names of levels without 级', ['--unit', 'dz'])


def level_words(rows):
    s = Sheet()
    names = {'county': '县', 'township': '乡镇', 'village': '村'}
    cols = [*front(), subject(), channel_list(), level_1(names=names)]
    s.head(cols)
    s.body(cols, MADE)
    return Book('level-words', [s], '县、乡镇、村 in a cell', ['--unit', 'dz'])


def frequencies(rows):
    s = Sheet()
    said = {'长期公开': '长期', '每季度': '按季度更新', '每年': '每年更新一次', '每月': '按月公开', '变更时': '动态调整'}
    cols = [*front(), subject(), channel_list(),
            Col('公开频次', lambda m: said[m.freq], lambda m: {'frequency': FREQ[m.freq]})]
    s.head(cols)
    s.body(cols, MADE)
    return Book('frequencies', [s], 'how often, in other words', ['--unit', 'dz'])


def other_named(rows):
    s = Sheet()
    labels = dict(BOXES) | {'website': '政府网站（县、镇两级）', 'broadcast': '广播电视', 'other': '其他：村组会议'}
    cols = [*front(), subject(), boxes(labels=labels, sep=' ')]
    s.head(cols)
    s.body(cols, MADE)
    t = Sheet('二')
    cols = [*front(), subject(), channel_list(labels=labels)]
    t.head(cols)
    t.body(cols, MADE[:6])
    return Book('other-named', [s, t], '其他： and 、 in brackets', ['--unit', 'dz'])


def offices(rows):
    names = ['乡镇人民政府（街道办事处）', '各乡镇人民政府', '本镇人民政府', '镇级人民政府', '清源县柳河镇人民政府', '镇（乡）人民政府']
    sheets = []
    for i, name in enumerate(names):
        s = Sheet(str(i))
        cols = [*front(), subject(name=name), channel_list()]
        s.head(cols)
        s.body(cols, MADE[i:i + 1])
        sheets.append(s)
    return Book('offices', sheets, 'the house by names that no unit has', ['--unit', 'dz'])


def explained_heads(rows):
    s = Sheet()
    cols = [seq('序号'), group(('公开事项', '一级事项\n（大类）')), title(('公开事项', '二级事项\n（具体事项）')),
            content('公开内容（要素）\n请逐项列明'), basis('公开依据\n（法律法规名称及条款）'),
            limit('公开时限\n（工作日）'), subject('公开主体\n（填全称）'), boxes('公开渠道和载体\n（在□内打√）'),
            *audience_2('公开对象\n（打√）', '全社会公众', '特定群体\n（注明）'), *attr_2('公开方式\n（打√）'),
            *level_n('公开层级\n（打√）')]
    s.head(cols)
    s.body(cols, MADE)
    return Book('explained-heads', [s], 'heads that explain themselves', ['--unit', 'dz'])


def no_break(rows):
    """Excel's non-breaking and zero-width blanks, CRLF in cells, a head in bold brackets."""
    s = Sheet()
    dirty = lambda c: Col(c.head, lambda m: f'\u00a0{c.cell(m)}\u200b \r\n' if c.cell(m) != '' else '', c.want)
    cols = [dirty(c) for c in [*front(), subject(), boxes(), *audience_2(), *attr_2(), *level_n()]]
    for c in cols:
        c.head = tuple(f'【{h}】' if len(c.head) == 1 else f'\u00a0{h}\ufeff' for h in c.head)
    s.head(cols)
    s.body(cols, MADE)
    return Book('no-break', [s], 'blanks of other kinds', ['--unit', 'dz'])


def first_only(rows):
    """Words that hold for all rows are written in the first alone."""
    s = Sheet()
    cols = [*front(), subject(), boxes(), *audience_2(), *attr_2(), *level_n(), unit('责任科室')]
    some = [m for m in rows if m.field == '社会救助']
    s.head(cols)
    s.body(cols, some, merged=(1, 5, 6, len(cols) - 1))
    return Book('first-only', [s], 'office, limit and body merged over all rows')


def tall(rows):
    """A preface of many lines before the head."""
    s = Sheet()
    for i in range(25):
        s.line(f'{i + 1}. 公开主体应当及时公开，公开时限以条例为准，公开渠道按目录执行。')
    s.skip(3)
    cols = [*front(), subject(), channel_list()]
    s.head(cols)
    s.body(cols, MADE)
    return Book('tall', [s], 'twenty-five lines above the head', ['--unit', 'dz'])


def questions(rows):
    s = Sheet()
    cols = [*front(), subject(), channel_list(),
            Col('公开方式（主动公开/依申请公开/不予公开）', lambda m: '主动' if m.attr == 'proactive' else '依申请',
                lambda m: {'disclosure.attribute': m.attr}),
            Col('公开对象：全社会□特定群体□', lambda m: '特定群体√' if m.group_of else '全社会√',
                lambda m: {'audience': m.audience}),
            words('是否双公示', lambda m: '否'), words('政务公开联系人及电话', lambda m: '张某 0955-0000012')]
    s.head(cols)
    s.body(cols, MADE)
    return Book('questions', [s], 'heads with their choices', ['--unit', 'dz'])


def phones(rows):
    s = Sheet()
    cols = [*front(), subject(), channel_list(), words('咨询及监督投诉渠道', lambda m: '电话：0955-0000012；信箱：镇政府一楼'),
            words('咨询渠道', lambda m: '0955-0000012', 'contact'), words('办理地点', lambda m: '便民服务大厅3号窗口',
                'window.place')]
    s.head(cols)
    s.body(cols, MADE)
    return Book('phones', [s], 'channels of enquiry', ['--unit', 'dz'])


def csv_quoted(rows):
    s = Sheet()
    cols = [seq(), group('一级事项'), title('二级事项'), Col('公开内容', lambda m: '“' + '"、"'.join(m.content) + '"',
            lambda m: {'content': ['“' + '"、"'.join(m.content) + '"']}), basis(), limit(), subject(), channel_list()]
    s.head(cols)
    s.body(cols, MADE)
    return Book('csv-quoted', [s], 'quotes within quotes', ['--unit', 'dz'], 'csv', encoding='utf-8',
        quote='all')


ALL = [bare_levels, level_words, frequencies, other_named, offices, explained_heads, no_break, first_only, tall,
    questions,
       phones, csv_quoted]
