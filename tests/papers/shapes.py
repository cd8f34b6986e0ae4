"""More papers, of other shapes."""
from papers import E, ZH, paper, red, tail
from wordfile import HEI, KAI, TITLE, run

GUO = '东园镇人民政府'


def head(w, number, title, to=None):
    red(w, '东园镇人民政府文件')
    w.p(number, align='center')
    w.p(title, align='center', font=TITLE, size=44)
    if to:
        w.p(to)


def sign(w, by=GUO, on='2024年5月6日', mark='（此件公开发布）'):
    w.p(by, align='right')
    w.p(on, align='right')
    if mark:
        w.p(mark, indent=2)


@paper
def s01_joint_head_table(w):
    """The joint red head of the standard: names in one column, 文件 in the other; two signers in lines."""
    w.tbl([['中共东园镇委员会', ('文件', {'merge': 'restart'})], ['东园镇人民政府', ('', {'merge': 'cont'})]], borders=False)
    w.tbl([['东党发〔2024〕12号', '签发人：张某\n李某']], borders=False)
    w.p('关于2023年度乡村振兴工作情况的报告', align='center', font=TITLE, size=44)
    w.p('区委、区政府：')
    b = ['现将2023年度乡村振兴工作情况报告如下：', '一、产业发展', '新建设施温棚120栋。', '二、存在不足', '产业链条较短。', '特此报告。']
    w.text(*b)
    w.p('中共东园镇委员会        东园镇人民政府', align='right')
    w.p('2024年1月15日', align='right')
    return E('关于2023年度乡村振兴工作情况的报告', '报告', b, number='东党发〔2024〕12号', to='区委、区政府', by=['中共东园镇委员会', GUO],
             on='2024-01-15', kept=['张某', '李某'], doubts=['mark'])


@paper
def s02_minutes_labels(w):
    """Minutes with 时间, 地点, 主持人 as labelled lines above the text."""
    w.p('东园镇2024年第6次党政联席会议纪要', align='center', font=TITLE, size=44)
    b = ['时间：2024年6月11日上午9时', '地点：镇政府三楼会议室', '主持人：张某', '参会人员：李某及各办负责人', '会议研究了以下事项：',
         '一、听取夏粮收购工作汇报', '会议要求，及时兑付粮款。', '二、研究道路养护事宜', '会议同意安排经费12万元。']
    w.text(*b)
    w.p('东园镇党政办公室', align='right')
    w.p('2024年6月12日', align='right')
    return E('东园镇2024年第6次党政联席会议纪要', '纪要', b, by=['东园镇党政办公室'], on='2024-06-12', doubts=['mark'])


@paper
def s03_personnel(w):
    """Appointments: short lines, persons."""
    head(w, '东政干发〔2024〕2号', '东园镇人民政府关于张某等同志职务任免的通知', '各村，各办：')
    b = ['经研究决定：', '任命张某为镇综合执法队队长；', '免去李某的镇综合执法队队长职务。']
    w.text(*b)
    sign(w, on='2024 年 5 月 6 日')
    return E('东园镇人民政府关于张某等同志职务任免的通知', '通知', b, number='东政干发〔2024〕2号', to='各村，各办', by=[GUO], on='2024-05-06', mark='proactive')


@paper
def s04_answer(w):
    """An answer to a proposal: its class and openness at the head; addressed to a person."""
    w.p('A类', align='left', font=HEI)
    w.p('公开属性：主动公开', align='left')
    w.p('东政函〔2024〕19号', align='right')
    w.p('对区人大二届三次会议第15号建议的答复', align='center', font=TITLE, size=44)
    w.p('张某代表：')
    b = ['您提出的“关于加快农村老旧供水管网改造的建议”收悉，现答复如下：', '一、已列入2024年计划，投资86万元。', '二、预计10月底前完工。', '感谢您对我镇工作的关心支持！']
    w.text(*b)
    sign(w, on='2024年5月6日', mark=None)
    w.p('联系单位及电话：东园镇农业服务中心　0955-0000030', indent=2)
    return E('对区人大二届三次会议第15号建议的答复', None, b, number='东政函〔2024〕19号', to='张某代表', by=[GUO], on='2024-05-06', mark='proactive',
             kept=['A类', '0955-0000030'])


@paper
def s05_number_forms(w):
    """【】, 第, a leading zero, blanks; the number in brackets right below the title."""
    w.p('关于开展农机安全检查的通知', align='center', font=TITLE, size=44)
    w.p('（东政办发【2024】第007号）', align='center')
    w.p('各村：')
    b = ['定于5月上旬开展农机安全检查，请做好配合。']
    w.text(*b)
    sign(w, by='东园镇人民政府办公室', on='2024-05-06', mark='（此件公开发布）')
    return E('关于开展农机安全检查的通知', '通知', b, number='东政办发〔2024〕7号', to='各村', by=['东园镇人民政府办公室'], on='2024-05-06', mark='proactive')


@paper
def s06_style_numbers(w):
    """Numbering that comes with the style, decimals of several levels: 1, 1.1, 1.1.1."""
    w.p('东园镇便民服务中心管理规范', align='center', font=TITLE, size=44)
    n = w.list([('decimal', '%1'), ('decimal', '%1.%2'), ('decimal', '%1.%2.%3')])
    b = []
    for lvl, shown, s in ((0, '1', '范围'), (1, '1.1', '本规范适用于镇便民服务中心。'), (0, '2', '人员'), (1, '2.1', '实行AB岗制度。'), (2, '2.1.1', 'A岗离岗时由B岗顶替。'), (2, '2.1.2', '顶替应当登记。')):
        w.p(s, num=(n, lvl), style=str(lvl + 1) if lvl == 0 else None)
        b.append(shown + s)
    sign(w, by='东园镇便民服务中心', mark=None)
    return E('东园镇便民服务中心管理规范', None, b, by=['东园镇便民服务中心'], on='2024-05-06', doubts=['mark'])


@paper
def s07_break_in_run(w):
    """The page break stands in the run of the annex's own line, and behind the mark's text."""
    head(w, '东政发〔2024〕44号', '东园镇人民政府关于印发《东园镇防汛抗旱应急预案》的通知', '各村，镇直各单位：')
    b = ['现将《东园镇防汛抗旱应急预案》印发给你们，请遵照执行。']
    w.text(*b)
    w.p(GUO, align='right')
    w.p('2024年5月6日', align='right')
    w.p(xml=run('（此件公开发布）') + '<w:r><w:br w:type="page"/></w:r>', indent=2)
    w.p('东园镇防汛抗旱应急预案', align='center', font=TITLE, size=44)
    c = ['1 总则', '1.1 编制目的', '为有效应对水旱灾害，制定本预案。', '2 组织指挥体系', '2.1 指挥部', '指挥长由镇长担任。']
    w.text(*c)
    return E('东园镇人民政府关于印发《东园镇防汛抗旱应急预案》的通知', '通知', b + ['东园镇防汛抗旱应急预案'] + c, number='东政发〔2024〕44号', to='各村，镇直各单位',
             by=[GUO], on='2024-05-06', mark='proactive')


@paper
def s08_title_row(w):
    """An annex whose title is the first, merged row of its table; head rows repeat; a note below."""
    head(w, '东政发〔2024〕45号', '东园镇人民政府关于公布2024年河长名单的通知', '各村：')
    b = ['现将2024年河长名单予以公布。']
    w.text(*b)
    w.p('附件：东园镇2024年河长名单', indent=2)
    sign(w)
    w.section()
    w.p('附件')
    rows = [[('东园镇2024年河长名单', {'span': 3})], ['序号', '河沟名称', '河长'], ['1', '第二排水沟', '张某'], ['2', '八字渠', '李某']]
    w.tbl(rows)
    w.text('注：河长职务变动的，由接任者自然替补。')
    w.section(landscape=True)
    return E('东园镇人民政府关于公布2024年河长名单的通知', '通知',
             b + [{'table': ['东园镇2024年河长名单', '序号', '河沟名称', '河长', '1', '第二排水沟', '张某', '2', '八字渠', '李某']}, '注：河长职务变动的，由接任者自然替补。'],
             number='东政发〔2024〕45号', to='各村', by=[GUO], on='2024-05-06', mark='proactive', annexes=['东园镇2024年河长名单'])


@paper
def s09_one_line_sign(w):
    """Signature and date on one line; keywords; mark as 公开方式 at the end; many copies."""
    head(w, '东政发〔2019〕3号', '东园镇人民政府关于做好春节期间烟花爆竹安全管理的通知', '各村、镇直各部门：')
    b = ['春节将至，现就烟花爆竹安全管理通知如下：', '一、严禁在草场、粮库附近燃放。', '二、加强销售网点检查。']
    w.text(*b)
    w.p('东园镇人民政府　　2019年1月21日', align='right')
    w.p('主题词：安全　烟花爆竹　通知')
    w.p('公开方式：主动公开')
    w.p('抄送：区应急管理局，区公安分局，')
    w.p('　　　区供销社。')
    w.p('东园镇党政办公室　　　2019年1月21日印发')
    w.p('共印30份', align='right')
    return E('东园镇人民政府关于做好春节期间烟花爆竹安全管理的通知', '通知', b, number='东政发〔2019〕3号', to='各村、镇直各部门', by=[GUO], on='2019-01-21',
             mark='proactive', kept=['烟花爆竹', '区供销社', '共印30份'])


@paper
def s10_notes_and_symbols(w):
    """Check boxes from Wingdings, as signs and as text; superscripts; a formula."""
    w.p('东园镇农村危房改造申请须知', align='center', font=TITLE, size=44)
    w.p(xml=run('房屋等级：') + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run('C级 ') + '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0a8</w:t></w:r>' + run('D级'), indent=2)
    w.p(xml=run('人均面积不超过18m') + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>' + run('。'), indent=2)
    w.p(xml=run('补助额按') + '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>S=a×b</m:t></m:r></m:oMath>' + run('计算。'), indent=2)
    sign(w, mark=None)
    return E('东园镇农村危房改造申请须知', None, ['房屋等级：☑C级□D级', '人均面积不超过18m2。', '补助额按S=a×b计算。'], by=[GUO], on='2024-05-06', doubts=['mark'])


@paper
def s11_chapters_auto(w):
    """第一章 and 第一条 by Word, articles counted through over the chapters."""
    w.p('东园镇农村集体资产管理细则', align='center', font=TITLE, size=44)
    ch = w.list([('chineseCountingThousand', '第%1章')])
    ar = w.list([('chineseCountingThousand', '第%1条')])
    b = []
    for kind, shown, s in ((ch, '第一章', '总则'), (ar, '第一条', '为加强农村集体资产管理，制定本细则。'), (ar, '第二条', '本细则适用于全镇各村。'), (ch, '第二章', '管理'),
                           (ar, '第三条', '资产应当每年清查一次。'), (ch, '第三章', '附则'), (ar, '第四条', '本细则自印发之日起施行。')):
        w.p(s, num=(kind, 0), align='center' if kind == ch else None)
        b.append(shown + s)
    sign(w, mark='（此件公开发布）')
    return E('东园镇农村集体资产管理细则', None, b, by=[GUO], on='2024-05-06', mark='proactive')


@paper
def s12_no_colon(w):
    """The addressee without a colon; the text begins with 根据."""
    w.p('关于做好秋季动物防疫工作的通知', align='center', font=TITLE, size=44)
    w.p('各村民委员会、镇畜牧站')
    b = ['根据区农业农村局安排，现就秋防工作通知如下。', '一、时间安排', '9月10日至10月20日。', '二、工作要求', '做到应免尽免。']
    w.text(*b)
    sign(w, mark=None)
    return E('关于做好秋季动物防疫工作的通知', '通知', b, to='各村民委员会、镇畜牧站', by=[GUO], on='2024-05-06', doubts=['mark'])


@paper
def s13_notes_after_sign(w):
    """The note of annexes below the signature, contact last; a request."""
    head(w, '东政发〔2024〕46号', '东园镇人民政府关于划拨文化广场建设用地的请示', '区人民政府：')
    b = ['为满足群众文化需求，拟在北湖村建设文化广场，需用地4.6亩。', '当否，请批示。']
    w.text(*b)
    w.p(GUO, align='right')
    w.p('2024年5月6日', align='right')
    w.p('附件：1.用地红线图', indent=2)
    w.p('　　　2.村民代表会议决议', indent=2)
    w.p('（联系人：李某，电话：0955-0000031）', indent=2)
    return E('东园镇人民政府关于划拨文化广场建设用地的请示', '请示', b, number='东政发〔2024〕46号', to='区人民政府', by=[GUO], on='2024-05-06',
             annexes=['用地红线图', '村民代表会议决议'], doubts=['mark'])


@paper
def s14_secret_cell(w):
    """机密 in a cell beside the number of the copy."""
    w.tbl([['000003', ''], ['机密', '特急']], borders=False)
    head(w, '东政发〔2024〕90号', '关于某事项的通知', '各村：')
    w.text('内容略。')
    return E('', None, [], refuse=True)


@paper
def s15_secret_header(w):
    """秘密 in the head of each page."""
    w.pagehead('秘密★1年')
    head(w, '东政发〔2024〕91号', '关于某事项的通知', '各村：')
    w.text('内容略。')
    return E('', None, [], refuse=True)


@paper
def s16_secret_line(w):
    """Urgency and classification on one line."""
    w.p('特急　机密★1年', font=HEI)
    head(w, '东政发〔2024〕92号', '关于某事项的通知', '各村：')
    w.text('内容略。')
    return E('', None, [], refuse=True)


@paper
def s17_secret_label(w):
    """密级：秘密"""
    w.p('密级：秘密', font=HEI)
    w.p('关于某事项的通知', align='center', font=TITLE, size=44)
    w.p('各村：')
    w.text('内容略。')
    return E('', None, [], refuse=True)


@paper
def s18_inner_note(w):
    """内部资料 注意保存 is no classification."""
    w.p('内部资料　注意保存', font=HEI)
    w.p('东园镇政务信息', align='center', font=TITLE, size=72, color='FF0000')
    w.p('第12期（总第48期）', align='center')
    w.p('东园镇党政办公室　　　　　　2024年5月6日')
    w.p('东园镇“三项举措”推进农村厕所革命', align='center', font=TITLE, size=44)
    b = ['今年以来，东园镇采取三项举措推进农村厕所革命。', '一是摸清底数。逐户登记。', '二是规范施工。统一标准。', '三是建管并重。落实管护。']
    w.text(*b)
    return E('东园镇“三项举措”推进农村厕所革命', None, b, by=['东园镇党政办公室'], on='2024-05-06', kept=['第12期', '东园镇政务信息', '内部资料'], doubts=['mark'])


@paper
def s19_heading_styles(w):
    """The title is in heading 1, so are the headings of the text."""
    w.p('东园镇2024年节能宣传工作安排', style='1', align='center')
    b = ['为做好节能宣传，作如下安排。', '一、宣传主题', '绿色转型，节能攻坚。', '二、宣传活动', '发放资料、张贴海报。']
    w.text(b[0])
    for i in (1, 3):
        w.p(b[i], style='1')
        w.text(b[i + 1])
    sign(w)
    return E('东园镇2024年节能宣传工作安排', None, b, by=[GUO], on='2024-05-06', mark='proactive')


@paper
def s20_month_only(w):
    """Only a month below the title; a numbered list of measures by 一是; tables between."""
    w.p('东园镇2024年春耕备耕工作总结', align='center', font=TITLE, size=44)
    w.p('（2024年5月）', align='center', font=KAI)
    b = ['一是农资储备充足。', '二是技术指导到位。', {'table': ['品种', '储备量（吨）', '化肥', '300', '种子', '42']}, '三是农机检修及时。']
    w.text(b[0], b[1])
    w.tbl([['品种', '储备量（吨）'], ['化肥', '300'], ['种子', '42']])
    w.text(b[3])
    return E('东园镇2024年春耕备耕工作总结', None, b, doubts=['mark', 'date'])


@paper
def s21_wide_number(w):
    """Full-width letters, digits and brackets; date in other numerals; mark in square brackets."""
    w.p('东园镇人民政府', align='center', font=TITLE, size=44)
    w.p('关于加强冬季取暖防范一氧化碳中毒的通告', align='center', font=TITLE, size=44)
    w.p('东政通［２０２３］０９号', align='center')
    b = ['为保障群众生命安全，现通告如下：', '一、使用煤炉取暖的，应当安装烟囱。', '二、睡前检查炉火。', '举报电话：０９５５—００００３２。']
    w.text(*b)
    w.p(GUO, align='right')
    w.p('二零二三年十一月十二日', align='right')
    w.p('[此件公开发布]', indent=2)
    return E('东园镇人民政府关于加强冬季取暖防范一氧化碳中毒的通告', '通告', b, number='东政通〔2023〕9号', by=[GUO], on='2023-11-12', mark='proactive')


@paper
def s22_bill(w):
    """A bill signed by a person; the organ stands in the head alone."""
    w.p('中卫市沙坡头区东园镇人民政府', align='center', font=TITLE, size=72, color='FF0000')
    w.p('东政议〔2024〕1号', align='center')
    w.p('关于提请审议《东园镇2023年财政决算》的议案', align='center', font=TITLE, size=44)
    w.p('东园镇人民代表大会：')
    b = ['《东园镇2023年财政决算》已编制完成，现提请审议。']
    w.text(*b)
    w.p('镇长：张某', align='right')
    w.p('2024年5月6日', align='right')
    return E('关于提请审议《东园镇2023年财政决算》的议案', '议案', b, number='东政议〔2024〕1号', to='东园镇人民代表大会', by=['中卫市沙坡头区东园镇人民政府'],
             on='2024-05-06', kept=['张某'], doubts=['mark'])


@paper
def s23_annex_per_line(w):
    """附件1：… and 附件2：… each on a line of the note; annexes with their own numbered heads."""
    head(w, '东政办发〔2024〕23号', '东园镇人民政府办公室关于做好村务公开检查的通知', '各村：')
    b = ['请各村对照标准自查。']
    w.text(*b)
    w.p('附件1：村务公开检查标准', indent=2)
    w.p('附件2：村务公开检查汇总表', indent=2)
    sign(w, by='东园镇人民政府办公室')
    w.p('附件1', brk=True)
    w.p('村务公开检查标准', align='center', font=TITLE, size=44)
    c = ['一、公开内容（40分）', '财务收支按月公开。', '二、公开程序（30分）', '经村务监督委员会审核。']
    w.text(*c)
    w.p('附件2', brk=True)
    w.p('村务公开检查汇总表', align='center', font=TITLE, size=44)
    w.tbl([['村', '得分'], ['韩闸村', '']])
    return E('东园镇人民政府办公室关于做好村务公开检查的通知', '通知', b + ['村务公开检查标准'] + c + ['村务公开检查汇总表', {'table': ['村', '得分', '韩闸村']}],
             number='东政办发〔2024〕23号', to='各村', by=['东园镇人民政府办公室'], on='2024-05-06', mark='proactive', annexes=['村务公开检查标准', '村务公开检查汇总表'])


@paper
def s24_moved_text(w):
    """Moved paragraphs, a deleted paragraph mark, a replaced number, comments on the title."""
    w.p(xml=w.comment('标题再斟酌', run('关于做好电动自行车充电安全管理的通知', font=TITLE, size=44)), align='center')
    w.p(xml=run('东政发〔2024〕') + w.dele('47') + w.ins('48') + run('号'), align='center')
    w.p('各村：')
    w.p(xml='<w:moveFrom w:id="5" w:author="u">%s</w:moveFrom>' % run('二、落实责任。'), indent=2)
    w.text('一、加强排查。')
    w.p(xml='<w:moveTo w:id="6" w:author="u">%s</w:moveTo>' % run('二、落实责任。'), indent=2)
    w.body.append('<w:p><w:pPr><w:rPr><w:del w:id="9" w:author="u"/></w:rPr></w:pPr>%s</w:p>' % run('三、严格'))
    w.p('执法。')
    sign(w)
    return E('关于做好电动自行车充电安全管理的通知', '通知', ['一、加强排查。', '二、落实责任。', '三、严格执法。'], number='东政发〔2024〕48号', to='各村', by=[GUO],
             on='2024-05-06', mark='proactive', absent=['再斟酌'], doubts=['changes', 'comment'])


@paper
def s25_web_copy(w):
    """A page copied from a portal: a table of labels, the title again, 来源 and 字号."""
    w.tbl([['索引号', '640502017/2024-00031', '文号', '东政发〔2024〕49号'], ['发布机构', '沙坡头区东园镇', '生成日期', '2024年05月06日'], ['名称', ('关于加强暑期防溺水工作的通知', {'span': 3})]])
    w.p('关于加强暑期防溺水工作的通知', align='center', bold=True)
    w.p('发布时间：2024-05-08　来源：东园镇　字号：大 中 小', align='center')
    w.p('各村，各学校：')
    b = ['暑期将至，现就防溺水工作通知如下。', '一、加强宣传教育。', '二、强化水域巡查。']
    w.text(*b)
    sign(w, mark='（此件公开发布）')
    w.p('附件下载：')
    return E('关于加强暑期防溺水工作的通知', '通知', b, number='东政发〔2024〕49号', to='各村，各学校', by=[GUO], on='2024-05-06', mark='proactive')


@paper
def s26_wrapped_paste(w):
    """Pasted from a PDF: each printed line is a paragraph of its own, 28 characters wide."""
    head(w, '东政发〔2024〕50号', '东园镇人民政府关于规范村级印章管理的通知', '各村：')
    whole = ['为进一步规范村级印章使用和管理，防范廉政风险，根据区民政局有关要求，结合我镇实际，现就加强村级印章管理有关事项通知如下，请认真遵照执行。', '一、实行专人保管', '印章由村民委员会推选专人保管，保管人不得由村党支部书记、村民委员会主任或者其近亲属担任，确需更换的应当报镇民政办备案。']
    for x in whole:
        x = '　　' + x
        while x:
            w.p(x[:28])
            x = x[28:]
    sign(w)
    return E('东园镇人民政府关于规范村级印章管理的通知', '通知', whole, number='东政发〔2024〕50号', to='各村', by=[GUO], on='2024-05-06', mark='proactive')


@paper
def t01_left_title(w):
    """Nothing is centred; title without form words; body paragraphs by blanks; date with dots."""
    w.p('东园镇2024年“五一”假期值班安排')
    w.p('各办、各站所：')
    w.p('    现将“五一”假期值班安排如下，请遵照执行。')
    w.tbl([['日期', '带班领导', '值班人员'], ['5月1日', '张某', '李某']])
    w.p('    值班电话：0955-0000040')
    w.p('                        东园镇党政办')
    w.p('                        2024.4.28')
    return E('东园镇2024年“五一”假期值班安排', None, ['现将“五一”假期值班安排如下，请遵照执行。', {'table': ['日期', '带班领导', '值班人员', '5月1日', '张某', '李某']}, '值班电话：0955-0000040'], to='各办、各站所', by=['东园镇党政办'], on='2024-04-28', doubts=['mark'])


@paper
def t02_sub_table_sign(w):
    """A form: applications with labels in a table after the text; annex marks 附表1."""
    head(w, '东政发〔2024〕70号', '东园镇人民政府关于开展农村房屋安全隐患排查的通知', '各村：')
    b = ['现就农村房屋安全隐患排查工作通知如下。', '一、排查范围', '用作经营的自建房。']
    w.text(*b)
    w.p('附表：1.农村房屋安全隐患排查表', indent=2)
    w.p('　　　2.排查汇总表', indent=2)
    sign(w)
    w.pagebreak()
    w.p('附表1')
    w.p('农村房屋安全隐患排查表', align='center', font=TITLE, size=44)
    w.tbl([['户主', '地址'], ['', '']])
    w.pagebreak()
    w.p('附表2')
    w.p('排查汇总表', align='center', font=TITLE, size=44)
    w.tbl([['村', '户数'], ['韩闸村', '']])
    return E('东园镇人民政府关于开展农村房屋安全隐患排查的通知', '通知', b+['农村房屋安全隐患排查表', {'table': ['户主', '地址']}, '排查汇总表', {'table': ['村', '户数', '韩闸村']}], number='东政发〔2024〕70号', to='各村', by=[GUO], on='2024-05-06', mark='proactive', annexes=['农村房屋安全隐患排查表', '排查汇总表'], kept=['附表：1'])


@paper
def t03_long_signers(w):
    """Two organs over two lines with dates each; joint with other department; doc number of lead."""
    w.p('沙坡头区东园镇人民政府  沙坡头区水务局', align='center', font=TITLE, size=60, color='FF0000')
    w.p('东政发〔2024〕71号', align='center')
    w.p('沙坡头区东园镇人民政府　沙坡头区水务局', align='center', font=TITLE, size=44)
    w.p('关于规范渠道取水秩序的通告', align='center', font=TITLE, size=44)
    b = ['为规范渠道取水秩序，现通告如下：', '一、未经批准不得私自架泵取水。', '二、违者依法处理。']
    w.text(*b)
    w.p('沙坡头区东园镇人民政府        沙坡头区水务局')
    w.p('2024年5月6日', align='center')
    return E('沙坡头区东园镇人民政府 沙坡头区水务局关于规范渠道取水秩序的通告', '通告', b, number='东政发〔2024〕71号', by=['沙坡头区东园镇人民政府', '沙坡头区水务局'], on='2024-05-06', doubts=['mark'])


@paper
def t04_circular_praise(w):
    """通报 with a list of names in a paragraph block by tabs, 附件 as names list inside text."""
    head(w, '东政发〔2024〕72号', '东园镇人民政府关于2024年第一季度环境整治情况的通报', '各村：')
    b = ['现将第一季度环境整治情况通报如下。', '一、总体情况', '排名前三的村：韩闸村、北湖村、八字渠村。', '二、存在问题', '（一）部分村重视不够', '个别村清运不及时。', '（二）长效机制不健全', '保洁员履职不到位。']
    w.text(*b)
    sign(w, on='2024年4月12日')
    tail(w, '抄送：区农业农村局。', '东园镇党政办公室        2024年4月12日印发')
    return E('东园镇人民政府关于2024年第一季度环境整治情况的通报', '通报', b, number='东政发〔2024〕72号', to='各村', by=[GUO], on='2024-04-12', mark='proactive', kept=['区农业农村局'])


@paper
def t05_interpretation(w):
    """政策解读 in question and answer; no signature; date in head."""
    w.p('《东园镇农村公益性公墓管理办法》政策解读', align='center', font=TITLE, size=44)
    w.p('发布日期：2024-09-01', align='center')
    b = ['问：为什么要制定该办法？', '答：为了规范农村公益性公墓管理。', '问：适用范围是什么？', '答：适用于本镇行政区域内的农村公益性公墓。']
    w.text(*b)
    return E('《东园镇农村公益性公墓管理办法》政策解读', None,b, on='2024-09-01', doubts=['mark'])


@paper
def t06_budget(w):
    """A report of the budget: many tables, 单位：万元 above them, parts 第一部分."""
    w.p('2024年度东园镇人民政府部门预算', align='center', font=TITLE, size=44)
    b = ['第一部分　单位概况', '一、主要职能', '负责本行政区域内的经济、教育等工作。', '第二部分　2024年部门预算表', {'table': ['项目', '预算数', '基本支出', '1200.50']}, '第三部分　2024年部门预算情况说明', '一、收支总体情况', '收入预算1200.50万元。']
    w.p(b[0], align='center', font=HEI)
    w.text(b[1], b[2])
    w.p(b[3], align='center', font=HEI)
    w.tbl([['项目', '预算数'], ['基本支出', '1200.50']])
    w.p(b[5], align='center', font=HEI)
    w.text(b[6], b[7])
    return E('2024年度东园镇人民政府部门预算', None,b, doubts=['mark', 'date'])


@paper
def t07_recruit(w):
    """招聘公告: long title over two lines, telephone at the end, several dates in text."""
    w.p('沙坡头区东园镇人民政府', align='center', font=TITLE, size=44)
    w.p('2024年公开招聘公益性岗位人员公告', align='center', font=TITLE, size=44)
    b = ['根据工作需要，公开招聘公益性岗位人员5名，现公告如下：', '一、报名时间', '2024年5月10日至5月16日。', '二、报名方式', '现场报名。联系电话：0955-0000041。', '三、其他事项', '未尽事宜由镇人民政府负责解释。']
    w.text(*b)
    w.p('附件：报名表', indent=2)
    w.p('沙坡头区东园镇人民政府', align='right')
    w.p('2024年5月6日', align='right')
    return E('沙坡头区东园镇人民政府2024年公开招聘公益性岗位人员公告', '公告', b, by=['沙坡头区东园镇人民政府'], on='2024-05-06', annexes=['报名表'], doubts=['mark'])


@paper
def t08_land(w):
    """征地公告: number 〔2024〕第3号 without organ."""
    w.p('沙坡头区人民政府', align='center', font=TITLE, size=44)
    w.p('征收土地公告', align='center', font=TITLE, size=44)
    w.p('〔2024〕第3号', align='center')
    b = ['根据《中华人民共和国土地管理法》第四十七条，现公告如下：', '一、征收范围', '东园镇韩闸村集体土地1.2公顷。']
    w.text(*b)
    w.p('沙坡头区人民政府', align='right')
    w.p('2024年5月6日', align='right')
    return E('沙坡头区人民政府征收土地公告', '公告', b, by=['沙坡头区人民政府'], on='2024-05-06', kept=['第3号'], doubts=['mark'])


@paper
def t09_party_gov_office(w):
    """Office letter: 便函, number 便函〔2024〕5号; addressee over two paragraphs; fax etc."""
    w.p('东园镇党政办公室便函', align='center', font=TITLE, size=72, color='FF0000')
    w.p('东政办函〔2024〕5号', align='right')
    w.p('关于征求《东园镇行政执法案卷管理规定（征求意见稿）》意见的函', align='center', font=TITLE, size=44)
    w.p('镇直各单位、各村民委员会，')
    w.p('区司法局：')
    b = ['现将《东园镇行政执法案卷管理规定（征求意见稿）》发给你们，请于5月20日前反馈书面意见，逾期视为无意见。']
    w.text(*b)
    w.p('附件：东园镇行政执法案卷管理规定（征求意见稿）', indent=2)
    sign(w, by='东园镇党政办公室', mark=None)
    return E('关于征求《东园镇行政执法案卷管理规定（征求意见稿）》意见的函', '函', b, number='东政办函〔2024〕5号', to='镇直各单位、各村民委员会，区司法局', by=['东园镇党政办公室'], on='2024-05-06', annexes=['东园镇行政执法案卷管理规定（征求意见稿）'], doubts=['mark'])


@paper
def t10_shaped_title(w):
    """Title of four lines as a trapezoid, soft breaks and blanks between characters; 通　知 spaced."""
    red(w, '东园镇人民政府文件')
    w.p('东政发〔2024〕73号', align='center')
    w.p(xml=run('关于转发\n《沙坡头区2024年农业防灾减灾\n工作实施方案》的\n通　　知', font=TITLE,size=44), align='center')
    w.p('各村：')
    b = ['现将《沙坡头区2024年农业防灾减灾工作实施方案》转发给你们，请抓好落实。']
    w.text(*b)
    sign(w)
    return E('关于转发《沙坡头区2024年农业防灾减灾工作实施方案》的通知', '通知', b, number='东政发〔2024〕73号', to='各村', by=[GUO], on='2024-05-06', mark='proactive')


@paper
def t11_mixed_lists(w):
    """Word's list that continues over plain paragraphs, typed numbers between, decimals in text."""
    head(w, '东政发〔2024〕74号', '东园镇人民政府关于做好灌溉用水管理的通知', '各村：')
    n = w.list(ZH)
    b = ['现通知如下：']
    w.text(b[0])
    w.p('用水计划', num=(n,0))
    b.append('一、用水计划')
    w.text('2.5万亩农田按轮次灌溉。')
    b.append('2.5万亩农田按轮次灌溉。')
    w.p('水费标准', num=(n,0))
    b.append('二、水费标准')
    w.text('0.085元/立方米。1.8元以上需报批。')
    b.append('0.085元/立方米。1.8元以上需报批。')
    w.text('三、监督电话')
    b.append('三、监督电话')
    w.text('0955-0000042')
    b.append('0955-0000042')
    sign(w)
    return E('东园镇人民政府关于做好灌溉用水管理的通知', '通知', b, number='东政发〔2024〕74号', to='各村', by=[GUO], on='2024-05-06', mark='proactive')


@paper
def t12_date_first_page(w):
    """Signature organ differs from the head; date typed as 2024年05月06日; mark says 主动公开 in brackets."""
    w.p('沙坡头区东园镇人民政府文件', align='center', font=TITLE, size=72, color='FF0000')
    w.p('东政发〔2024〕75号', align='center')
    w.p('关于调整镇安全生产委员会组成人员的通知', align='center', font=TITLE, size=44)
    w.p('各村，镇直各部门:')
    b = ['因工作需要，现调整如下：', '主　任：张某　镇长', '副主任：李某　副镇长', '成　员：各办主任', '委员会下设办公室，办公室设在镇应急管理站。']
    w.text(*b)
    w.p('沙坡头区东园镇人民政府', align='right')
    w.p('2024年05月06日', align='right')
    w.p('（主动公开）', indent=2)
    return E('关于调整镇安全生产委员会组成人员的通知', '通知', b, number='东政发〔2024〕75号', to='各村，镇直各部门', by=['沙坡头区东园镇人民政府'], on='2024-05-06', mark='proactive')
