"""The first set: sheets as offices have them."""

import datetime

from paper import *
from rows import MADE


def std(m='√', **kw):
    return [seq(), group(), title(), content(), basis(), limit(), subject(), boxes(**kw), *audience_2(on=m),
            *attr_2(on=m), *level_n(on=m)]


def national(rows):
    s = Sheet('社会救助')
    cols = std()
    s.line('（五）社会救助领域基层政务公开标准目录', width=len(cols))
    s.head(cols)
    s.body(cols, [m for m in rows if m.field == '社会救助'], merged=(1,))
    return Book('national', [s], 'the national form', ['--unit', '社会事务办公室'])


def ocr_boxes(rows):
    s = Sheet()
    cols = std(off='口', per_line=2, gap=' ', other='其他')
    s.line('柳河镇基层政务公开标准目录（2024年版）', width=len(cols))
    s.line('填报单位：柳河镇人民政府', width=6)
    s.cells[s.row - 1, 8] = '填报时间：2024年3月5日'
    s.head(cols)
    s.body(cols, rows[10:22])
    s.line('填表说明：1.公开时限按照《条例》规定填写；2.“■”为采用的渠道，“口”为未采用。', width=len(cols))
    s.line('填表人：张某    联系电话：0955-0000001    审核人：李某')
    return Book('ocr-boxes', [s], '口 for empty boxes, two a line, notes', ['--unit', '党政办'])


def three_lines(rows):
    s = Sheet('目录')
    top = ('公开事项', '事项名称')
    cols = [Col('序号', lambda m: f'{m.seq}.1' if isinstance(m.seq, int) else m.seq), group(top + ('一级事项',)),
            title(top + ('二级事项',)), sub(top + ('三级事项',)), content(), basis(), limit(), subject(), boxes(),
            *audience_2(), *attr_2(), *level_n()]
    s.head(cols)
    s.body(cols, MADE, merged=(1,))
    return Book('three-lines', [s], 'three-line head, 三级事项, 序号 1.1', ['--unit', 'dz'])


def ones(rows):
    s = Sheet()
    cols = [seq(), group('一级事项'), title('二级事项'), content('公开内容'), basis('公开依据'), limit(), subject(),
            *box_columns(on=1, off=0), *audience_2(on=1, off=0), *attr_2(on=1, off=0), *level_n(on=1, off=0)]
    s.head(cols)
    s.body(cols, rows[20:30])
    return Book('ones', [s], 'thirteen columns of 1 and 0', ['--unit', 'dz'])


def yes_no(rows):
    s = Sheet()
    cols = [seq(), group(), title(), content('公开内容(要素)'), basis(), limit('公开时限'), subject('公开主体'),
            *box_columns('公开渠道和载体（在相应栏内打“√”）', '是', '否'), *audience_2('公开对象', '全社会', '特定群众', '是', '否'),
            *attr_2('公开方式', '主动公开', '依申请公开', '是', '否'),
            *level_n('公开层级', (('县级', 'county'), ('镇、村级', 'township')), '是', '否')]
    fix = lambda m: {'level': ({'county'} & set(m.level)) | {'township', 'village'}}
    s.head(cols)
    s.body(cols, rows[3:12], extra=fix)
    return Book('yes-no', [s], '是 and 否, 特定群众, 镇、村级', ['--unit', 'dz'])


def one_line(rows):
    s = Sheet()
    cols = [seq('编号'), group('事项类别'), title('公开事项名称'), content('公开要素', '；'), basis('依据', '；'),
            limit('时限要求'), subject('责任主体', '镇政府'), channel_list('公开渠道'), audience_1('公开范围'),
            attr_1('公开属性'), level_1('公开层级')]
    s.line('柳河镇政务公开事项清单')
    s.head(cols)
    s.body(cols, rows[:12])
    return Book('one-line', [s], 'one-line head with other names, lists with 、', ['--unit', 'dz'])


def numbered(rows):
    s = Sheet()
    n = lambda i: f'{i}.'
    cols = [seq(), group('一级公开事项'), title('二级公开事项'), content('公开内容要素', '\n', n), basis('公开依据', '\n'),
            limit('公开时间'), subject('公开责任主体'), channel_list('公开形式', '\n', number=n),
            audience_1('公开对象', '社会公众', '{}'), attr_1('公开类型', '主动', '依申请')]
    s.head(cols)
    s.body(cols, rows[12:24])
    return Book('numbered', [s], 'numbered lines in cells, 公开形式', ['--unit', 'dz'])


def ballot(rows):
    s = Sheet()
    labels = {'website': '政府门户网站', 'new-media': '一微一端', 'board': '镇村公示公开栏', 'service-hall': '行政服务中心',
              'broadcast': '广播电台', 'home': '入户/现场宣传', 'other': '其他：村民大会'}
    cols = [seq(), group(), title(), content(), basis(), limit(), subject(),
            boxes('公开渠道与载体', '☑', '☐', '  ', labels), audience_1(), attr_1(), level_1(sep='/')]
    s.head(cols)
    s.body(cols, MADE)
    return Book('ballot', [s], '☑ and ☐, local names of boxes', ['--unit', 'dz'])


def five_levels(rows):
    s = Sheet()
    heads = (('国家级', 'country'), ('省级', 'province'), ('市级', 'city'), ('县（区）级', 'county'),
             ('乡（镇、街道）级', 'township'), ('村（社区）级', 'village'))
    cols = std()[:-2] + level_n('公开层级', heads, '✔')
    s.head(cols)
    s.body(cols, MADE)
    return Book('five-levels', [s], 'six columns of levels with ✔', ['--unit', 'dz'])


def pages(rows):
    s = Sheet()
    cols = std()
    some = MADE[:3], MADE[3:6], MADE[6:]
    for name, part in zip(('一、民生保障', '二、平安建设', '三、综合事务'), some):
        s.line('柳河镇政务公开标准目录', width=len(cols))
        s.head(cols)
        s.line(name, width=len(cols))
        s.body(cols, part)
        s.skip()
    s.line('合计', 1)
    s.put(s.row - 1, 3, '12项')
    return Book('pages', [s], 'title and head on each page, headings between, 合计', ['--unit', 'dz'])


def several_sheets(rows):
    cover = Sheet('封面')
    cover.skip(5)
    cover.line('柳河镇基层政务公开标准目录', 3, 6)
    cover.skip(3)
    cover.line('柳河镇人民政府编制', 3, 6)
    cover.line('二〇二四年三月', 3, 6)
    index = Sheet('目录')
    index.line('目  录', 1, 3)
    for i, v in enumerate(('序号', '领域名称', '页码')):
        index.put(2, 1 + i, v)
    for n, f in enumerate(('社会救助', '涉农补贴', '养老服务')):
        for i, v in enumerate((n + 1, f, n * 3 + 1)):
            index.put(3 + n, 1 + i, v)
    sheets = [cover, index]
    cats = {'社会救助': 'social-assistance', '涉农补贴': 'farm-subsidies', '养老服务': 'elderly-care'}
    for f in cats:
        s = Sheet(f)
        cols = std() + [unit('责任科室')]
        s.line(f'{f}领域基层政务公开标准目录', width=len(cols))
        s.head(cols)
        s.body(cols, [m for m in rows if m.field == f], merged=(1, 6))
        sheets.append(s)
    hidden = Sheet('旧版')
    hidden.state = 'hidden'
    hidden.put(1, 1, '作废')
    return Book('several-sheets', sheets + [hidden], 'cover, directory, a sheet a field, one hidden')


def gaps(rows):
    s = Sheet()
    cols = std()
    cols.insert(5, Col('', lambda m: ''))
    cols.append(words('内部经办', lambda m: '张某'))
    s.skip(2)
    s.line('政务公开标准目录', 3)
    s.head(cols, 3)
    s.body(cols, rows[5:10], 3)
    s.skip()
    s.body(cols, rows[10:13], 3)
    s.hidden_cols = [3 + len(cols) - 1]
    s.hidden_rows = [s.row - 2]
    return Book('gaps', [s], 'begins at C3; blank rows and columns; a hidden column and row', ['--unit', 'dz'])


def spaced(rows):
    s = Sheet()
    cols = [seq('序 号'), group(('公 开 事 项', '一 级 事 项')), title(('公 开 事 项', '二 级\n事 项')),
            content('公开内容\n（ 要 素 ）'), basis('公开\n依据'), limit('公　开\n时　限'), subject('公开\n主体'),
            boxes('公 开 渠 道\n和 载 体'), *audience_2('公开\n对象', '全 社 会', '特 定\n群 体'),
            *attr_2('公开\n方式', '主 动', '依 申\n请'), *level_n('公开\n层级', (('县 级', 'county'), ('乡 级', 'township')))]
    s.head(cols)
    s.body(cols, rows[30:38], merged=(1,))
    return Book('spaced', [s], 'blanks, full-width blanks and breaks in heads', ['--unit', 'dz'])


def traditional(rows):
    s = Sheet('目錄')
    cols = [seq('序號'), group(('公開事項', '一級事項')), title(('公開事項', '二級事項')), content('公開內容（要素）'),
            basis('公開依據'), limit('公開時限'), subject('公開主體'), boxes('公開渠道和載體'),
            *audience_2('公開對象', '全社會', '特定群體'), *attr_2('公開方式', '主動', '依申請'),
            *level_n('公開層級', (('縣級', 'county'), ('鄉級', 'township'))), words('備註', lambda m: '參照上級目錄', 'note')]
    s.line('柳河鎮基層政務公開標準目錄')
    s.head(cols)
    s.body(cols, rows[38:46])
    return Book('traditional', [s], 'traditional characters', ['--unit', 'dz'])


def combined_units(rows):
    how = [lambda m: f'镇人民政府（{UNIT_SHORT[m.unit]}）', lambda m: f'镇人民政府/{UNIT_SHORT[m.unit]}',
           lambda m: f'镇人民政府\n{UNIT_NAME[m.unit]}', lambda m: f'柳河镇{UNIT_NAME[m.unit]}']
    sheets = []
    for n, cell in enumerate(how):
        s = Sheet(f'表{n + 1}')
        cols = [seq(), group('一级事项'), title('二级事项'), content(), basis(), limit(),
                Col('公开主体（责任科室）', cell, lambda m: {'unit': m.unit, 'subject': 'zf'}), channel_list()]
        s.head(cols)
        s.body(cols, MADE[n * 3:n * 3 + 3])
        sheets.append(s)
    return Book('combined-units', sheets, 'organ and office in one cell')


def leading(rows):
    s = Sheet()
    cols = [seq(), group('一级事项'), title('二级事项'), content(), basis(), limit(), subject(),
            channel_list('公开渠道和载体', '，'), unit('牵头单位', UNIT_NAME), words('配合单位', lambda m: '各村（居）委会'),
            words('分管领导', lambda m: '李某')]
    s.head(cols)
    s.body(cols, MADE)
    return Book('leading', [s], '牵头单位 and 配合单位')


def extras(rows):
    s = Sheet()
    cols = std() + [unit('责任单位', UNIT_NAME), freq(), words('咨询电话', lambda m: '0955-0000012', 'contact'),
                    words('监督电话', lambda m: '0955-0000013', 'supervision.phone'),
                    words('网址', lambda m: 'https://portal.example.com/liuhe/'), words('备注', lambda m: '示例',
                        'note'),
                    words('清单编码', lambda m: f'Q{m.seq}', 'source-ref')]
    s.head(cols)
    s.body(cols, MADE)
    return Book('extras', [s], 'telephones, frequency, address, notes')


def csv_gbk(rows):
    s = Sheet()
    cols = std()
    s.line('柳河镇基层政务公开标准目录')
    s.head(cols)
    s.body(cols, rows[:8], blanked=(1,))
    return Book('csv-gbk', [s], 'GBK CSV of a merged two-line head', ['--unit', 'dz'], 'csv',
        encoding='gb18030')


def csv_bom(rows):
    s = Sheet()
    cols = std()
    s.head(cols)
    s.body(cols, MADE)
    s.line('注：本目录自发布之日起施行。')
    return Book('csv-bom', [s], 'UTF-8 CSV with mark, breaks in quotes', ['--unit', 'dz'], 'csv', quote='all')


def csv_utf16(rows):
    s = Sheet()
    cols = std()
    s.head(cols)
    s.body(cols, rows[40:48])
    return Book('csv-utf16', [s], 'UTF-16 with tabs: Excel\'s “Unicode text”', ['--unit', 'dz'], 'csv',
                encoding='utf-16', sep='\t')


def csv_utf16be(rows):
    s = Sheet()
    cols = std()
    s.head(cols)
    s.body(cols, rows[42:46])
    return Book('csv-utf16be', [s], 'UTF-16 big-endian with mark', ['--unit', 'dz'], 'csv',
        encoding='utf-16-be',
                before='\ufeff')


def csv_semicolon(rows):
    s = Sheet()
    cols = [seq(), group('一级事项'), title('二级事项'), content('公开内容', '、'), basis('公开依据', '、'), limit(), subject(),
            channel_list('公开渠道', ','), attr_1(), level_1()]
    s.head(cols)
    s.body(cols, rows[24:32])
    return Book('csv-semicolon', [s], 'semicolons, LF', ['--unit', 'dz'], 'csv', sep=';', eol='\n',
        encoding='utf-8')


def csv_rare(rows):
    s = Sheet()
    cols = [seq(), group('一级事项'), title('二级事项', lambda t: t), content(), basis(), limit(), subject(),
            channel_list(), words('备注', lambda m: '㙍村、𠮷屯', 'note')]
    s.head(cols)
    s.body(cols, rows[32:36])
    return Book('csv-rare', [s], 'GB18030 with four-byte characters', ['--unit', 'dz'], 'csv',
        encoding='gb18030')


def csv_tab(rows):
    s = Sheet()
    cols = [seq(), group('一级事项'), title('二级事项'), content('公开内容', '；'), basis('公开依据', '；'), limit(), subject(),
            channel_list()]
    s.line('柳河镇政务公开目录')
    s.head(cols)
    s.body(cols, rows[36:40])
    return Book('csv-tab', [s], 'tabs in a .csv, UTF-8 without mark', ['--unit', 'dz'], 'csv', encoding='utf-8',
        sep='\t',
                eol='\n')


def csv_quotes(rows):
    s = Sheet()
    cols = [Col('序号', lambda m: '="0505"'), group('一级事项'), title('二级事项'), content('公开内容', ',"x",'), basis(),
        limit(),
            subject(), channel_list('公开渠道', ','), Col('', lambda m: ''), Col('', lambda m: '')]
    s.head(cols)
    s.body(cols, MADE[:6], extra=lambda m: {'content': [',"x",'.join(m.content)]})
    s.put(s.row, 10, '')
    return Book('csv-quotes', [s], '="0505", doubled quotes, trailing separators', ['--unit', 'dz'], 'csv',
                encoding='gb18030')


def dates(rows):
    s = Sheet()
    when = datetime.datetime(2024, 3, 5)
    cols = [Col('序号', lambda m: datetime.datetime(2026, m.seq if isinstance(m.seq, int) else 1, 1)),
        group('一级事项'),
            title('二级事项'), content(), basis(), limit(), subject(), channel_list(),
            Col('更新日期', lambda m: when, lambda m: {'kept': ['2024-03-05']}),
            Col('目录编制时间', lambda m: '2024.3.5', lambda m: {'kept': ['2024.3.5']}),
            Col('失效日期', lambda m: 45000, lambda m: {'kept': ['45000|2023-03-15']})]
    s.head(cols)
    s.body(cols, MADE[:5])
    return Book('dates', [s], 'real dates, serial numbers, 1-1 turned into a date', ['--unit', 'dz'])


def numbers(rows):
    s = Sheet()
    cols = [Col('事项编码', lambda m: f'{m.seq:04}' if isinstance(m.seq, int) else m.seq,
        lambda m: {'kept': [f'{m.seq:04}']}),
            group('一级事项'), title('二级事项'), content(), basis(), limit(), subject(), channel_list(),
            Col('咨询电话', lambda m: 9550000012, lambda m: {'contact': '9550000012'}),
            Col('统一编号', lambda m: '640502017000100123', lambda m: {'kept': ['640502017000100123']}),
            Col('法定办结时限（工作日）', lambda m: 20.0, lambda m: {'kept': ['20']})]
    s.head(cols)
    s.body(cols, MADE[:6])
    return Book('numbers', [s], 'numbers as numbers and as text', ['--unit', 'dz'])


def damaged(rows):
    s = Sheet()
    cols = [seq(), group('一级事项'), title('二级事项'), content(), basis(), limit(), subject(), channel_list(),
            Col('统一编号', lambda m: '1.23E+17'), Col('实施码', lambda m: 640502017000100096)]
    s.head(cols)
    s.body(cols, MADE[:2])
    return Book('damaged', [s], '1.23E+17 is a fault', ['--unit', 'dz'], refused=True)


def all_ways(rows):
    s = Sheet()
    cols = [seq(), group(), title(), content(), Col('', lambda m: ''), basis(), limit(), subject(), boxes(),
            *audience_2(), *attr_2(), *level_n(), unit()]
    s.head(cols)
    s.merge(1, 4, 2, 5)
    s.merges.remove((1, 4, 2, 4))
    s.merges = [m for m in s.merges if m[1] != 5]
    top = s.row
    s.body(cols, [m for m in rows if m.field == '农村危房改造'], merged=(1, 5, 6, 7, 8, len(cols) - 1))
    for r in range(top, s.row):
        s.merge(r, 4, r, 5)
    return Book('all-ways', [s], 'merged across and down, one basis for all')


def one_item_column(rows):
    s = Sheet('涉农资金')
    cols = [seq(), words('公开领域', lambda m: m.field), Col('公开事项', lambda m: m.title,
        lambda m: {'title': m.title}),
            content(), basis(), limit(), subject(), boxes(only_on=True), *audience_2(), *attr_2(), Col(('公开层级',
                '乡级'), lambda m: '√', lambda m: {'level': {'township'}})]
    s.head(cols)
    s.body(cols, MADE, extra=lambda m: {'kept': [m.field]})
    return Book('one-item-column', [s], 'one column 公开事项, 公开领域, level 乡级 alone', ['--unit', 'dz'])


def department(rows):
    s = Sheet()
    cols = [seq(), group(('公开目录', '一级目录')), title(('公开目录', '二级目录')), content('公开内容'), basis('法定依据'),
            limit('公开时限'), freq('公开频次'), channel_list('公开方式（载体）'), audience_1('公开受众', '社会', '{}'),
            unit('责任股室', UNIT_NAME)]
    s.line('清源县民政局主动公开基本目录')
    s.head(cols)
    s.body(cols, MADE, merged=(1,))
    return Book('department', [s], '主动公开基本目录 of a department')


def attributes(rows):
    s = Sheet()
    cols = [seq(), group(), title(), content('公开内容'), basis(), attr_1('公开属性'),
        Col('全文发布', lambda m: '是', lambda m: {'kept': ['是']}),
            limit(), subject(), boxes(), words('咨询电话', lambda m: '0955-0000012', 'contact'),
            words('监督举报电话', lambda m: '0955-0000013', 'supervision.phone')]
    s.head(cols)
    s.body(cols, rows[36:44])
    return Book('attributes', [s], '公开属性, 全文发布, telephones', ['--unit', 'dz'])


def clauses(rows):
    s = Sheet()
    cols = [seq(), group(), title(), sub(), content('公开内容（要素）'),
        Col(('公开依据', '依据名称'), lambda m: '\n'.join(m.basis), lambda m: {'elements.basis': m.basis}),
            Col(('公开依据', '条款内容'), lambda m: '第三条', lambda m: {'kept': ['第三条']}),
            Col(('公开依据', '依据效力'), lambda m: '行政法规', lambda m: {'kept': ['行政法规']}), limit(), subject(),
            unit('责任科室'), channel_list('公开渠道和载体', '\n')]
    s.head(cols)
    s.body(cols, MADE)
    return Book('clauses', [s], '三级事项, 条款内容, 依据效力')


def split_rows(rows):
    s = Sheet()
    cols = std()
    s.head(cols)
    for m in MADE[:5]:
        top = s.row
        for i, col in enumerate(cols):
            s.put(top, 1 + i, m.content[0] if i == 3 else col.cell(m))
        for k, line in enumerate(m.content):
            s.put(top + k, 4, line)
        for i in range(len(cols)):
            if i != 3:
                s.merge(top, 1 + i, top + len(m.content) - 1, 1 + i)
        s.wants.append((top, m, wanted(cols, m)))
        s.row = top + len(m.content)
    return Book('split-rows', [s], 'each line of 公开内容 a row of its own', ['--unit', 'dz'])


def word_ticks(rows):
    s = Sheet()
    cols = [seq(), group(), title(), content(), basis(), limit(), subject(), boxes(),
        *audience_2(some='特定群众', say=True),
            *attr_2(), *level_n(heads=(('镇级', 'township'), ('村级', 'village')), word=True)]
    s.head(cols)
    s.body(cols, MADE)
    return Book('word-ticks', [s], 'words instead of ticks', ['--unit', 'dz'])


def two_tables(rows):
    s = Sheet()
    cols = std()
    s.skip(3)
    s.line('附件2', 4)
    s.line('为做好基层政务公开标准化规范化工作，现将目录公布如下，请各村、各站所认真执行。', 4, 8)
    s.line('（五）社会救助领域', 4, len(cols))
    s.head(cols, 4)
    s.body(cols, [m for m in rows if m.field == '社会救助'][:5], 4)
    s.skip(2)
    s.line('（十九）涉农补贴领域', 4, len(cols))
    other = [seq(), group('一级事项'), title('二级事项'), content('公开要素'), limit(), basis(), subject(), channel_list(),
        attr_1()]
    s.head(other, 4)
    s.body(other, [m for m in rows if m.field == '涉农补贴'][:4], 4)
    s.skip(1)
    s.line('备注：以上目录实行动态调整。', 4)
    return Book('two-tables', [s], 'two tables with other columns below each other, from D4', ['--unit', 'dz'])


def wingdings(rows):
    s = Sheet()
    cols = std('R', on='R', off='£')
    s.head(cols)
    s.body(cols, MADE)
    return Book('wingdings', [s], 'R and £ of Wingdings 2 in a text font', ['--unit', 'dz'])


def vee(rows):
    s = Sheet()
    cols = std('V', on='●', off='○')
    s.head(cols)
    s.body(cols, MADE[:6])
    t = Sheet('二')
    other = std('v', on='√', off='□')
    t.head(other)
    t.body(other, MADE[6:])
    return Book('vee', [s, t], 'V for a tick, ● ○, √ □', ['--unit', 'dz'])


def used_only(rows):
    s = Sheet()
    labels = dict(BOXES) | {'website': '政府门户网站', 'new-media': '微信公众号', 'board': '村务公开栏', 'other': '其他（村民代表大会）'}
    cols = [seq(), group(), title(), content(join='\n', number=lambda i: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫'[i - 1]), basis(),
        limit(), subject(),
            boxes(on='■', only_on=True, labels=labels, sep=' '), *audience_2(), *attr_2(), *level_n()]
    s.head(cols)
    s.body(cols, MADE)
    return Book('used-only', [s], 'only the ticked boxes, 其他（…）', ['--unit', 'dz'])


def village(rows):
    s = Sheet()
    cols = [seq(), group('公开类别'), title('公开事项'), content('公开内容', '；'), limit('公开时间'), channel_list('公开形式'),
            audience_1('公开范围', '全体村民', '{}'), words('责任人', lambda m: '张某'), words('监督电话',
                lambda m: '0955-0000013', 'supervision.phone')]
    s.line('柳河镇村务公开目录')
    s.head(cols)
    s.body(cols, MADE, merged=(1,), extra=lambda m: {} if m.group_of else {'audience': 'group',
        'audience-group': '全体村民'})
    return Book('village', [s], 'a list of village matters', ['--unit', '各村'])


def names_and_texts(rows):
    s = Sheet()
    cols = [seq(), group(), title(), Col(('公开内容', '要素名称'), lambda m: '\n'.join(m.content),
        lambda m: {'content': m.content}),
            Col(('公开内容', '要素说明'), lambda m: f'{m.title}的全部要素',
                lambda m: {'kept': [f'{m.title}的全部要素']}), basis(), limit(),
            subject(), boxes(), *audience_2(), *attr_2(), *level_n()]
    s.head(cols)
    s.body(cols, MADE)
    return Book('names-and-texts', [s], '公开内容 in two columns', ['--unit', 'dz'])


def unknown_words(rows):
    s = Sheet()
    cols = [seq(), group(), title(), content(), basis(), limit(), subject(name='清源县自然资源局'), channel_list(),
            *audience_2(), *attr_2(), level_1(names={k: '州级县级' for k in LEVELS}), unit('责任科室',
                lambda m: '综合执法队')]
    s.head(cols)
    s.body(cols, MADE[:4], extra=lambda m: {'subject': None, 'unit': 'dz', 'level': {'city', 'county'},
                                            'kept': ['清源县自然资源局', '综合执法队'],
                                            'faults': ['没有叫“综合执法队”的单位']})
    return Book('unknown-words', [s], 'a body and an office that are no units', ['--unit', 'dz'])


def full_width(rows):
    s = Sheet()
    wide = lambda t: ''.join(chr(ord(ch) + 0xfee0) if '0' <= ch <= '9' else ch for ch in t)
    cols = [seq('序号（ＮＯ．）'), group('一级事项'), title('二级事项'), content('公开内容（要素）', '；'), basis(),
            Col('公开时限', lambda m: wide(m.limit),
                lambda m: {'limit': m.limit}), subject(), channel_list(sep='；'),
            attr_1(yes='主动公开√', ask='依申请公开√'), level_1(sep='，')]
    s.head(cols)
    s.body(cols, MADE)
    return Book('full-width', [s], 'full-width digits, ；', ['--unit', 'dz'])


def tick_and_word(rows):
    s = Sheet()
    both = lambda m: '■主动 □依申请' if m.attr == 'proactive' else '□主动 ■依申请'
    who = lambda m: '□全社会 ■特定群体：' + m.group_of if m.group_of else '■全社会 □特定群体'
    lv = lambda m: ' '.join(('■' if k in m.level else '□') + n for n,
        k in (('县级', 'county'), ('乡级', 'township'), ('村级', 'village')))
    cols = [seq(), group(), title(), content(), basis(), limit(), subject(), boxes(),
            Col('公开对象', who, lambda m: {'audience': m.audience} | ({'audience-group': m.group_of} if m.group_of else {})),
            Col('公开方式', both, lambda m: {'disclosure.attribute': m.attr}),
            Col('公开层级', lv, lambda m: {'level': set(m.level)})]
    s.head(cols)
    s.body(cols, MADE)
    return Book('tick-and-word', [s], 'boxes in the cells of 对象, 方式 and 层级', ['--unit', 'dz'])


def blanked_groups(rows):
    s = Sheet()
    cols = std()
    s.head(cols)
    some = [m for m in rows if m.field == '公共文化服务']
    s.body(cols, some, blanked=(1,))
    return Book('blanked-groups', [s], 'the group is written once and not merged', ['--unit', '文化站'])


def ditto(rows):
    s = Sheet()
    cols = std()
    s.head(cols)
    some = [m for m in rows if m.field == '农村危房改造']
    top = s.row
    s.body(cols, some)
    for r in range(top + 1, s.row):
        for c in (2, 7):
            if s.wants[r - top][1].group == some[r - top - 1].group or c == 7:
                s.cells[r, c] = '同上' if r % 2 else '〃'
    return Book('ditto', [s], '同上 and 〃', ['--unit', '规建办'])


ALL = [national, ocr_boxes, three_lines, ones, yes_no, one_line, numbered, ballot, five_levels, pages,
    several_sheets,
       gaps, spaced, traditional, combined_units, leading, extras, csv_gbk, csv_bom, csv_utf16, csv_utf16be,
       csv_semicolon, csv_rare, csv_tab, csv_quotes, dates, numbers, damaged, all_ways, one_item_column, department,
       attributes, clauses, split_rows, word_ticks, two_tables, wingdings, vee, used_only, village, names_and_texts,
       unknown_words, full_width, tick_and_word, blanked_groups, ditto]
