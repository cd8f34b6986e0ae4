"""More papers, of other shapes."""
from papers import E, paper, red
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
    """Check boxes from Wingdings, squares, superscripts, end of a formula; an embedded sheet."""
    w.p('东园镇农村危房改造申请须知', align='center', font=TITLE, size=44)
    w.p(xml=run('房屋等级：') + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run('C级 ') + '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + run('D级'), indent=2)
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

