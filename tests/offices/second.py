"""The second set: other shapes, made after the first had been mended."""

import datetime

from paper import *
from rows import MADE


def spatial(rows):
    s = Sheet('国土空间规划')
    cols = [seq('序\n号'), group(('公开目录', '一级\n目录')), title(('公开目录', '二级\n目录')), content('公开内容标准'),
        basis('公开的依据'),
            limit('公开时限及频次'), subject('信息公开主体'), boxes('公开渠道', '■', '□', '\n', per_line=3, gap=' '),
            *audience_2('公开面向对象', '社会公众', '特定人群'), *attr_2('公开方式', '主动公开', '依申请\n公开'),
            *level_n('公开层级', (('区（县）级', 'county'), ('街道（乡镇）级', 'township')))]
    s.line('附件1：国土空间规划领域基层政务公开标准目录', width=len(cols))
    s.head(cols)
    s.line('1', 1)
    for i in range(1, len(cols)):
        s.put(s.row - 1, i + 1, str(i + 1))
    s.body(cols, MADE)
    return Book('spatial', [s], 'other words, a row of column numbers', ['--unit', 'dz'])


def private_use(rows):
    s = Sheet()
    cols = [seq(), group(), title(), content(), basis(), limit(), subject(),
            boxes(on='\uf052', off='\uf0a3',
                per_line=2), *audience_2(on='\uf0fc'), *attr_2(on='\uf050'), *level_n(on='✓')]
    s.head(cols)
    s.body(cols, MADE)
    return Book('private-use', [s], 'symbols as Word leaves them', ['--unit', 'dz'])


def behind(rows):
    s = Sheet()
    labels = {k: v for k, v in BOXES.items() if k != 'other'}
    cell = lambda m: '\n'.join(v + ('（√）' if k in m.channels else '（  ）') for k, v in labels.items())
    cols = [seq(), group('一级事项'), title('二级事项'), content(), basis(), limit(), subject(),
            Col('公开渠道和载体', cell, lambda m: {'channels': set(m.channels) - {'other'}}),
            Col('公开方式', lambda m: '主动公开（√）依申请公开（ ）' if m.attr == 'proactive' else '主动公开（ ）依申请公开（√）',
                lambda m: {'disclosure.attribute': m.attr})]
    s.head(cols)
    s.body(cols, MADE)
    return Book('behind', [s], 'brackets to be ticked behind the names', ['--unit', 'dz'])


def boxes_with_texts(rows):
    s = Sheet()
    labels = {'website': '政府网站：http://www.example.com', 'new-media': '两微一端（“柳河发布”）',
              'board': '社区/企事业单位/村公示栏（电子屏）', 'reading': '公开查阅点（镇便民服务中心）', 'push': '精准推送'}
    cols = [seq(), group(), title(), content(), basis(), limit(), subject(), boxes(labels=labels),
        *audience_2(), *attr_2(),
            *level_n()]
    s.head(cols)
    s.body(cols, MADE)
    return Book('boxes-with-texts', [s], 'boxes with words behind their names', ['--unit', 'dz'])


def street(rows):
    s = Sheet()
    sub_unit = {u: '柳河镇' + n for u, n in UNIT_NAME.items()}
    cols = [seq('项次'), group('大类'), title('小类'), content('公开信息内容', '；\n'), basis('政策依据', '；'), limit('公开时间要求'),
            unit('责任处（科）室', sub_unit), words('信息审核人', lambda m: '李某'), channel_list('公开载体', '/'),
            attr_1('公开性质', '主动公开类', '依申请公开类'), level_1('公开级别', '；',
                {'county': '区级', 'township': '街道级', 'village': '社区级'})]
    s.line('柳河镇主动公开基本目录')
    s.line('编制单位：柳河镇党政综合办公室')
    s.put(s.row - 1, 5, '编制时间：')
    s.put(s.row - 1, 6, datetime.datetime(2024, 3, 5))
    s.head(cols)
    s.body(cols, MADE)
    return Book('street', [s], 'a list of a street office: 大类, 小类, 公开性质')


def three_parts(rows):
    s = Sheet()
    cols = [seq(), Col(('公开事项', '类别'), lambda m: m.group, lambda m: {'group': m.group}),
            Col(('公开事项', '名称'), lambda m: m.title, lambda m: {'title': m.title}), content(('公开要求', '公开内容')),
            limit(('公开要求', '公开时限')), Col(('公开要求', '公开方式'),
                lambda m: '主动公开' if m.attr == 'proactive' else '依申请公开',
                                          lambda m: {'disclosure.attribute': m.attr}),
            channel_list(('公开要求', '公开渠道')), subject(('责任分工', '公开主体')), unit(('责任分工', '责任科室')),
            words(('责任分工', '责任人'), lambda m: '张某'), words(('责任分工', '联系电话'), lambda m: '0955-0000012',
                'contact'),
            basis('公开依据')]
    s.head(cols)
    s.body(cols, MADE, merged=(1,))
    return Book('three-parts', [s], 'heads above that mean nothing: 公开要求, 责任分工')


def four_lines(rows):
    s = Sheet()
    cols = [seq(), group(('公开事项', '事项', '层次', '一级事项')), title(('公开事项', '事项', '层次', '二级事项')), content(), basis(),
        limit(),
            subject(), boxes(), *[Col(('公开要求',) + c.head, c.cell,
                c.want) for c in audience_2() + attr_2() + level_n()]]
    s.head(cols)
    s.body(cols, MADE)
    return Book('four-lines', [s], 'a head of four lines', ['--unit', 'dz'])


def csv_ruined(rows):
    s = Sheet()
    cols = [seq(), group('一级事项'), title('二级事项'), content('公开内容', '\n'), basis('公开依据', '\n'), limit(), subject(),
            boxes('公开渠道和载体', sep='\n'), Col('公开对象（全社会/特定群体）', lambda m: '特定群体' if m.group_of else '全社会',
                                        lambda m: {'audience': m.audience}), attr_1('公开方式（主动/依申请）', '主动', '依申请')]
    s.put(1, 1, '柳河镇政务公开目录')
    s.row = 3
    s.head(cols)
    s.body(cols, MADE)
    s.put(s.row, 3, '小计')
    s.put(s.row, 4, 12)
    return Book('csv-ruined', [s], 'GBK, tabs, all quoted, choices in the heads', ['--unit', 'dz'], 'csv',
        encoding='gbk',
                quote='all', sep='\t')


def csv_cr(rows):
    s = Sheet()
    cols = [seq(), group('一级事项'), title('二级事项'), content('公开内容', '；'), basis('公开依据', '；'), limit(), subject(),
        channel_list()]
    s.head(cols)
    s.body(cols, MADE)
    return Book('csv-cr', [s], 'lines that end in CR', ['--unit', 'dz'], 'csv', encoding='utf-8', eol='\r')


def csv_sep(rows):
    s = Sheet()
    cols = [seq(), group('一级事项'), title('二级事项'), content('公开内容', '；'), basis('公开依据', '；'), limit(), subject(),
        channel_list(sep='|')]
    s.head(cols)
    s.body(cols, MADE)
    return Book('csv-sep', [s], 'sep=; in the first line', ['--unit', 'dz'], 'csv', sep=';', before='sep=;\r\n')


def merged_up(rows):
    """The unit, the limit and the ticks are merged over all rows of a group, the number too."""
    s = Sheet()
    cols = std()
    s.head(cols, 2)
    some = sorted(MADE, key=lambda m: (m.unit, m.group))
    for m in some:
        m.seq = 1
    s.body(cols, some, 2, merged=(0, 1, 5, 6, 8, 10, 13, 14))
    return Book('merged-up', [s], 'merged down in most columns')


def std():
    return [seq(), group(), title(), content(), basis(), limit(), subject(), boxes(), *audience_2(), *attr_2(),
        *level_n(), unit('责任单位（科室）')]


def field_column(rows):
    s = Sheet()
    cols = [seq(), words('试点领域', lambda m: m.field), group('一级事项'), title('二级事项'), sub('三级事项'), content(),
        basis(), limit(), subject(name='柳河镇政府'),
            channel_list('公开渠道和载体', '\n'), *audience_2('公开对象', '全社会', '特定群体（请写明）', say=True), *attr_2('公开方式',
                '主动', '依申请公开'),
            *level_n('公开层级', (('县级', 'county'), ('乡、村级', 'township')), '✓')]
    s.head(cols)
    s.body(cols, MADE, extra=lambda m: {'level': ({'county'} & set(m.level)) | {'township', 'village'}})
    return Book('field-column', [s], '试点领域 as a column, which group is written', ['--unit', 'dz'])


def rotated(rows):
    s = Sheet()
    cols = [seq(), group('一\n级\n事\n项'), title('二\n级\n事\n项'), content('公\n开\n内\n容'), basis('公\n开\n依\n据'),
        limit('公\n开\n时\n限'), subject('公\n开\n主\n体'),
            *box_columns('公 开 渠 道 和 载 体', '●', '○', {k: '\n'.join(v) for k, v in BOXES.items()})]
    s.head(cols)
    s.body(cols, MADE)
    return Book('rotated', [s], 'heads written downwards', ['--unit', 'dz'])


def notes_between(rows):
    s = Sheet()
    cols = [seq('NO.'), group('公开类别'), title('具体公开事项'), content('公开的具体内容'), limit('公开时限'), freq('公开频次'),
        channel_list('公开方式'),
            unit('承办股室（站所）'), words('审核领导', lambda m: '李某'), words('完成时限', lambda m: '2024年12月底前')]
    s.head(cols)
    s.line('第一部分  民生领域', width=len(cols))
    s.body(cols, MADE[:4])
    s.line('注：以上为民生领域', 2)
    s.line('第二部分  其他领域', width=len(cols))
    s.body(cols, MADE[4:])
    s.line('共12项', width=len(cols))
    s.line('分管领导签字：          经办人签字：', width=len(cols))
    return Book('notes-between', [s], 'parts with notes between, 共12项, signatures below')


def mixed_units(rows):
    s = Sheet()
    names = ['镇政府—{}', '镇人民政府 {}', '{}（站）', '镇{}', '{}、各村委会']
    how = lambda m: names[m.title.__len__() % len(names)].format(UNIT_SHORT[m.unit])
    names[2] = '{}'
    cols = [seq(), group('一级事项'), title('二级事项'), content(), basis(), limit(), unit('责任单位/科室', how),
        channel_list()]
    s.head(cols)
    s.body(cols, MADE)
    return Book('mixed-units', [s], 'offices with the house before them')


def unticked(rows):
    """Nothing is ticked: the sheet says nothing of whom, how and where."""
    s = Sheet()
    cols = [seq(), group(), title(), content(), basis(), limit(), subject(), boxes(on='□'), *audience_2(on=''),
        *attr_2(on=''), *level_n(on='')]
    s.head(cols)
    s.body(cols, MADE[:4], extra=lambda m: {'channels': set(), 'kept': [], 'audience': 'all',
        'disclosure.attribute': 'proactive', 'level': {'township'}})
    return Book('unticked', [s], 'nothing is ticked', ['--unit', 'dz'])


def both_ticked(rows):
    s = Sheet()
    cols = [seq(), group(), title(), content(), basis(), limit(), subject(), boxes(),
        Col(('公开对象', '全社会'), lambda m: '√', lambda m: {'audience': 'all'}),
            Col(('公开对象', '特定群体'), lambda m: '√'), Col(('公开方式', '主动'), lambda m: '√',
                lambda m: {'disclosure.attribute': 'proactive'}),
            Col(('公开方式', '依申请'), lambda m: '√', lambda m: {'kept': ['√']}), *level_n('公开层级',
                (('省级', 'province'), ('县级', 'county'), ('乡级', 'township')))]
    s.head(cols)
    s.body(cols, [m for m in MADE if m.attr == 'proactive'])
    return Book('both-ticked', [s], 'both boxes of a question are ticked', ['--unit', 'dz'])


def empty_group_rows(rows):
    """A first-level matter without second level, merged across both."""
    s = Sheet()
    cols = [seq(), group(), title(), content(), basis(), limit(), subject(), boxes(), *audience_2(), *attr_2(),
        *level_n()]
    s.head(cols)
    top = s.row
    s.body(cols, MADE[:5], extra=lambda m: {'group': m.title})
    for r in range(top, s.row):
        s.cells[r, 2] = s.cells.pop((r, 3))
        s.merge(r, 2, r, 3)
    return Book('across', [s], 'one cell over both columns of 公开事项', ['--unit', 'dz'])


ALL = [spatial, private_use, behind, boxes_with_texts, street, three_parts, four_lines, csv_ruined, csv_cr,
    csv_sep, merged_up,
       field_column, rotated, notes_between, mixed_units, unticked, both_ticked, empty_group_rows]
