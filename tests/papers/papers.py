#!/usr/bin/env python3
"""papers.py OUT: papers as offices type them, a .docx or .ofd each, and beside it what a careful clerk would record of it (.json)."""
import json
import os
import sys

from wordfile import FANG, HEI, KAI, SONG, TITLE, Word, run

ZH = [('chineseCountingThousand', '%1、'), ('chineseCounting', '（%2）'), ('decimal', '%3.'), ('decimal', '（%4）')]
ALL = []
LAYOUTS = []


def paper(fn):
    ALL.append(fn)
    return fn


def layout(fn):
    LAYOUTS.append(fn)
    return fn


def E(title, form, body, **kw):
    e = dict(title=title, form=form, body=body, number=None, to=None, by=[], on=None, mark=None,
             annexes=[], kept=[], absent=[], doubts=[], refuse=False)
    assert set(kw) <= set(e), set(kw) - set(e)
    e.update(kw)
    return e


def red(w, text='中卫市沙坡头区东园镇人民政府文件'):
    w.p(text, align='center', font=TITLE, size=84, color='FF0000')


def tail(w, cc=None, issued=None, table=False):
    lines = ([cc] if cc else []) + ([issued] if issued else [])
    if table:
        w.tbl([[x] for x in lines])
    else:
        for x in lines:
            w.p(x, indent=0, size=28, ppr='<w:pBdr><w:top w:val="single" w:sz="6"/></w:pBdr>')


A = ['为进一步规范全镇村级小型工程管理，保障资金安全，经镇人民政府研究，现就有关事项通知如下：',
     '一、明确管理范围',
     '村级小型工程是指使用财政资金或者村集体资金，单项合同估算价在60万元以下的农田水利、村内道路、公共照明等工程。',
     '二、规范实施程序',
     '（一）立项。各村应当召开村民代表会议讨论，形成决议后报镇经济发展综合服务中心备案。',
     '（二）采购。估算价在5万元以上的，应当采用竞争性方式确定施工单位。',
     '1.公告不少于5个工作日。',
     '2.评审结果在村公示栏公开不少于3日。',
     '（1）对结果有异议的，由镇财政所调查处理。',
     '（2）调查期间暂停签订合同。',
     '三、加强监督检查',
     '镇纪检部门每半年组织一次抽查，抽查结果纳入年度考核。']


@paper
def p01_standard(w):
    """As the standard has it: red head, number centred, all by hand."""
    w.p('000001', align='left', font=SONG, size=32)
    w.p('特急', font=HEI)
    red(w)
    w.p('东政发〔2024〕15号', align='center')
    w.p()
    w.p('关于加强村级小型工程管理的通知', align='center', font=TITLE, size=44)
    w.p()
    w.p('各村民委员会，各办（队、中心）：')
    for x in A:
        w.p(x, indent=2, font=HEI if x[1] == '、' else KAI if x[0] == '（' and x[2] == '）' and x[1] in '一二' else FANG)
    w.p()
    w.p('中卫市沙坡头区东园镇人民政府', align='right')
    w.p('2024年3月5日', align='right')
    w.p('（此件公开发布）', indent=2)
    tail(w, '抄送：区财政局，区农业农村局。', '东园镇党政办公室　　　　　　2024年3月5日印发')
    w.pagefoot()
    return E('关于加强村级小型工程管理的通知', '通知', A, number='东政发〔2024〕15号', to='各村民委员会，各办（队、中心）',
             by=['中卫市沙坡头区东园镇人民政府'], on='2024-03-05', mark='proactive',
             kept=['特急', '区财政局', '2024年3月5日印发'])


@paper
def p02_redhead_table(w):
    """Red head in its own table; number in [] ; title over three lines by soft breaks; Chinese date."""
    w.tbl([['东园镇人民政府文件'], ['东政发[2023]8号']], borders=False)
    w.p(xml=run('东园镇人民政府\n关于印发《东园镇2023年农村人居环境\n整治工作方案》的通知', font=TITLE, size=44), align='center')
    w.p('各村，各办:')
    b = ['《东园镇2023年农村人居环境整治工作方案》已经镇政府第3次镇长办公会议研究同意，现印发给你们，请认真组织实施。']
    w.text(*b)
    w.p('附件：东园镇2023年农村人居环境整治工作方案', indent=2)
    w.p('东园镇人民政府', ppr='<w:ind w:right="1280"/>', align='right')
    w.p('二〇二三年四月十二日', align='right')
    w.p('（此件公开发布）', indent=2)
    w.pagebreak()
    w.p('附件', font=HEI)
    w.p('东园镇2023年农村人居环境整治工作方案', align='center', font=TITLE, size=44)
    a = ['为持续改善农村人居环境，制定本方案。', '一、工作目标', '到2023年底，全镇生活垃圾收运处置体系覆盖所有行政村。',
         '二、重点任务', '（一）治理生活垃圾。健全户分类、村收集、镇转运机制。', '（二）治理生活污水。完成3个村污水管网改造。', '三、保障措施', '各村要落实专人负责，每月25日前报送进展。']
    w.text(*a)
    return E('东园镇人民政府关于印发《东园镇2023年农村人居环境整治工作方案》的通知', '通知',
             b + ['东园镇2023年农村人居环境整治工作方案'] + a, number='东政发〔2023〕8号', to='各村，各办', by=['东园镇人民政府'],
             on='2023-04-12', mark='proactive', annexes=['东园镇2023年农村人居环境整治工作方案'])


@paper
def p03_signer_same_line(w):
    """A report upward: number and signer on one line, parted by blanks."""
    red(w)
    w.p('东政发〔2024〕22号                签发人：张某', indent=1)
    w.p('东园镇人民政府关于2023年度法治政府', align='center', font=TITLE, size=44)
    w.p('建设情况的报告', align='center', font=TITLE, size=44)
    w.p('沙坡头区人民政府：')
    b = ['2023年，我镇扎实推进法治政府建设，现将有关情况报告如下：', '一、主要工作', '一是健全学法制度，全年组织集中学法4次。二是落实合法性审查，审查合同31份。',
         '二、存在问题', '执法力量仍显不足，个别案卷制作不够规范。', '三、下一步打算', '继续充实执法队伍，开展案卷评查。', '特此报告。']
    w.text(*b)
    w.p('东园镇人民政府', align='right')
    w.p('2024年1月19日', align='right')
    w.p('（联系人：李某，联系电话：0955-0000012）', indent=2)
    return E('东园镇人民政府关于2023年度法治政府建设情况的报告', '报告', b, number='东政发〔2024〕22号', to='沙坡头区人民政府',
             by=['东园镇人民政府'], on='2024-01-19', kept=['张某'], mark=None)


@paper
def p04_request(w):
    """A request for instructions; number in round brackets with blanks; note below the signature."""
    w.p('东园镇人民政府', align='center', font=TITLE, size=72, color='FF0000')
    w.p('东政发 (2024) 31 号\t\t签发人: 张 某')
    w.p('关于申请拨付农村道路养护经费的请示', align='center', font=TITLE, size=44)
    w.p('区人民政府：')
    b = ['我镇现有农村公路86.5公里，因去年汛期损毁，需养护12.3公里。', '经测算，共需资金48.6万元，镇级财力难以承担，恳请区政府予以支持。', '妥否，请批示。']
    w.text(*b)
    w.p('东园镇人民政府', align='right')
    w.p('2024年 4月8日', align='right')
    w.p('（此件依申请公开）', indent=2)
    return E('关于申请拨付农村道路养护经费的请示', '请示', b, number='东政发〔2024〕31号', to='区人民政府', by=['东园镇人民政府'],
             on='2024-04-08', mark='on-request', kept=['张某'])


@paper
def p05_letter(w):
    """A letter: letter head, number at the right, no red head line."""
    w.p('中卫市沙坡头区东园镇人民政府', align='distribute', font=TITLE, size=60, color='FF0000')
    w.p('东政函〔2024〕6号', align='right')
    w.p('东园镇人民政府关于商请协助开展河道清淤的函', align='center', font=TITLE, size=44)
    w.p('区水务局：')
    b = ['我镇境内第二排水沟淤积严重，影响汛期行洪。', '现商请贵局派技术人员现场指导，并协调清淤机械2台。', '请予支持为盼。']
    w.text(*b)
    w.p('　　　　　　　　　　　　　　东园镇人民政府')
    w.p('　　　　　　　　　　　　　　2024年5月20日')
    w.p('（联系人：李某；电话：0955-0000013）', indent=2)
    w.p('（此件不予公开）', indent=2)
    return E('东园镇人民政府关于商请协助开展河道清淤的函', '函', b, number='东政函〔2024〕6号', to='区水务局', by=['东园镇人民政府'],
             on='2024-05-20', mark='exempt')


@paper
def p06_reply(w):
    """An approval; numbering by Word; addressee with a half-width colon."""
    red(w, '东园镇人民政府文件')
    w.p('东政发〔2024〕40 号', align='center')
    w.p('东园镇人民政府关于同意八字渠村村庄规划的批复', align='center', font=TITLE, size=44)
    w.p('八字渠村民委员会:')
    n = w.list(ZH)
    w.text('你村《关于审批八字渠村村庄规划（2021—2035年）的请示》收悉。经研究，批复如下：')
    for x in ('原则同意《八字渠村村庄规划（2021—2035年）》。', '严格落实永久基本农田保护面积1860亩，不得擅自调整。', '规划批准后20个工作日内在村内公布。'):
        w.p(x, indent=2, num=(n, 0))
    w.text('此复。')
    w.p('东园镇人民政府', align='right')
    w.p('2024年6月3日', align='right')
    w.p('（此件公开发布）')
    return E('东园镇人民政府关于同意八字渠村村庄规划的批复', '批复',
             ['你村《关于审批八字渠村村庄规划（2021—2035年）的请示》收悉。经研究，批复如下：', '一、原则同意《八字渠村村庄规划（2021—2035年）》。',
              '二、严格落实永久基本农田保护面积1860亩，不得擅自调整。', '三、规划批准后20个工作日内在村内公布。', '此复。'],
             number='东政发〔2024〕40号', to='八字渠村民委员会', by=['东园镇人民政府'], on='2024-06-03', mark='proactive')


@paper
def p07_minutes(w):
    """Minutes: head 纪要, a running number, no addressee, those present, sent to."""
    w.p('东园镇人民政府镇长办公会议纪要', align='center', font=TITLE, size=60, color='FF0000')
    w.p('〔2024〕第5期', align='center')
    w.p('东园镇党政办公室　　　　　　　　　　2024年5月16日')
    w.p('研究防汛备汛工作会议纪要', align='center', font=TITLE, size=44)
    b = ['2024年5月15日，镇长张某主持召开会议，研究防汛备汛工作。纪要如下：', '一、会议听取了镇农业服务中心关于防汛准备情况的汇报。', '二、会议决定，各村于5月底前完成沟渠清障。',
         '出席：张某、李某', '列席：各村党支部书记']
    w.text(*b)
    w.p('分送：镇班子成员，各村。')
    return E('研究防汛备汛工作会议纪要', '纪要', b, by=['东园镇党政办公室'], on='2024-05-16', kept=['镇班子成员', '第5期', '镇长办公会议纪要'])


@paper
def p08_announcement(w):
    """公告 without number, addressee or mark; date before signature."""
    w.p('东园镇人民政府公告', align='center', font=TITLE, size=44)
    b = ['因实施村内道路改造，自2024年7月1日至7月31日，韩闸村至北湖村路段封闭施工，过往车辆请绕行。', '特此公告。']
    w.text(*b)
    w.p('2024年6月25日', align='right')
    w.p('东园镇人民政府', align='right')
    return E('东园镇人民政府公告', '公告', b, by=['东园镇人民政府'], on='2024-06-25', doubts=['mark'])


@paper
def p09_circular(w):
    """通告 with 第N号, articles."""
    w.p('中卫市沙坡头区东园镇人民政府', align='center', font=TITLE, size=44)
    w.p('关于禁止焚烧秸秆的通告', align='center', font=TITLE, size=44)
    w.p('东政通〔2024〕2号', align='center')
    b = ['为改善空气质量，根据《中华人民共和国大气污染防治法》有关规定，现通告如下：', '第一条　全镇行政区域内禁止露天焚烧秸秆、落叶。', '第二条　违反本通告的，由有关部门依法处罚。',
         '第三条　举报电话：0955-0000014。', '本通告自发布之日起施行。']
    w.text(*b)
    w.p('中卫市沙坡头区东园镇人民政府', align='right')
    w.p('2024年9月28日', align='right')
    return E('中卫市沙坡头区东园镇人民政府关于禁止焚烧秸秆的通告', '通告', b, number='东政通〔2024〕2号',
             by=['中卫市沙坡头区东园镇人民政府'], on='2024-09-28', doubts=['mark'])


@paper
def p10_publicity(w):
    """公示 with a table of names, merged cells, telephone and period."""
    w.p('关于2024年第二季度城乡低保新增对象的公示', align='center', font=TITLE, size=44)
    b1 = '经个人申请、村级初核、镇级审核，拟将下列人员纳入低保，现予公示。公示期为2024年6月3日至6月11日。'
    b2 = '如有异议，请在公示期内向镇民生服务中心反映，电话：0955-0000015。'
    w.text(b1)
    w.tbl([['序号', '村名', ('保障情况', {'span': 2})], ['', '', '户主', '人数'],
           ['1', ('韩闸村', {'merge': 'restart'}), '张某', '2'], ['2', ('', {'merge': 'cont'}), '李某', '1'], [('合计', {'span': 3}), '3']])
    w.text(b2)
    w.p('东园镇人民政府', align='right')
    w.p('2024年6月3日', align='right')
    return E('关于2024年第二季度城乡低保新增对象的公示', None,
             [b1, {'table': ['序号', '村名', '保障情况', '户主', '人数', '1', '韩闸村', '张某', '2', '2', '李某', '1', '合计', '3']}, b2],
             by=['东园镇人民政府'], on='2024-06-03', doubts=['mark'])


@paper
def p11_decision(w):
    """决定: joint of Party committee and government, signature of two organs side by side."""
    w.p('中共东园镇委员会文件', align='center', font=TITLE, size=72, color='FF0000')
    w.p('东党发〔2024〕3号', align='center')
    w.p('中共东园镇委员会　东园镇人民政府', align='center', font=TITLE, size=44)
    w.p('关于表扬2023年度先进集体的决定', align='center', font=TITLE, size=44)
    w.p('各村党支部、村民委员会，各办（队、中心）：')
    b = ['2023年，全镇上下共同努力，较好完成了各项任务。镇党委、镇政府决定，对韩闸村等5个先进集体予以表扬。', '希望受表扬的集体再接再厉，取得新的成绩。']
    w.text(*b)
    w.p('中共东园镇委员会　　　　　　　东园镇人民政府', align='center')
    w.p('2024年2月18日', align='right')
    w.p('（此件公开发布）')
    return E('中共东园镇委员会 东园镇人民政府关于表扬2023年度先进集体的决定', '决定', b, number='东党发〔2024〕3号',
             to='各村党支部、村民委员会，各办（队、中心）', by=['中共东园镇委员会', '东园镇人民政府'], on='2024-02-18', mark='proactive')


@paper
def p12_joint_lines(w):
    """A joint notice of three organs signed one under the other; red head names in three lines."""
    for x in ('沙坡头区农业农村局', '沙坡头区财政局', '沙坡头区东园镇人民政府'):
        w.p(x, align='center', font=TITLE, size=60, color='FF0000')
    w.p('文件', align='center', font=TITLE, size=60, color='FF0000')
    w.p('沙农发〔2024〕56号', align='center')
    w.p('关于做好2024年耕地地力保护补贴发放工作的通知', align='center', font=TITLE, size=44)
    w.p('有关村民委员会：')
    b = ['根据上级安排，现就补贴发放工作通知如下：', '（一）补贴对象为承包耕地的农户。', '（二）补贴标准为每亩80元。', '（三）各村6月10日前完成面积公示。']
    w.text(*b)
    for x in ('沙坡头区农业农村局', '沙坡头区财政局', '沙坡头区东园镇人民政府'):
        w.p(x, align='right')
    w.p('2024年5月9日', align='right')
    w.p('(此件公开发布)')
    return E('关于做好2024年耕地地力保护补贴发放工作的通知', '通知', b, number='沙农发〔2024〕56号', to='有关村民委员会',
             by=['沙坡头区农业农村局', '沙坡头区财政局', '沙坡头区东园镇人民政府'], on='2024-05-09', mark='proactive')


@paper
def p13_annex_list(w):
    """Several annexes in a list, continuation lines by blanks; annexes inside after page breaks; one is a table."""
    red(w, '东园镇人民政府文件')
    w.p('东政发〔2024〕18号', align='center')
    w.p('东园镇人民政府关于开展安全生产大检查的通知', align='center', font=TITLE, size=44)
    w.p('各村，辖区各企业：')
    b = ['经研究，决定在全镇开展安全生产大检查，有关事项通知如下：', '一、检查时间', '2024年4月1日至4月30日。', '二、检查内容', '消防设施、用电安全、危险化学品储存等。']
    w.text(*b)
    w.p()
    w.p('附件：1.安全生产大检查工作分工表', indent=2)
    w.p('　　　　　2.安全生产大检查隐患登记表及填报说明（各村、各企业填写后', indent=0)
    w.p('　　　　　　报镇安监站）', indent=0)
    w.p('　　　　　3.联系人名单', indent=0)
    w.p()
    w.p('东园镇人民政府', align='right')
    w.p('2024年3月28日', align='right')
    w.p('（此件公开发布）', indent=2)
    w.pagebreak()
    w.p('附件1', font=HEI)
    w.p('安全生产大检查工作分工表', align='center', font=TITLE, size=44)
    w.tbl([['组别', '组长', '检查范围'], ['第一组', '张某', '韩闸村、北湖村'], ['第二组', '李某', '八字渠村\n辖区企业']])
    w.pagebreak()
    w.p('附件2', font=HEI)
    w.p('安全生产大检查隐患登记表及填报说明', align='center', font=TITLE, size=44)
    w.tbl([['单位', '隐患', '整改时限'], ['', '', '']])
    w.text('填报说明：本表每周五报送。')
    w.pagebreak()
    w.p('附件3', font=HEI)
    w.p('联系人名单', align='center', font=TITLE, size=44)
    w.text('镇安监站：李某，0955-0000016')
    return E('东园镇人民政府关于开展安全生产大检查的通知', '通知',
             b + ['安全生产大检查工作分工表', {'table': ['组别', '组长', '检查范围', '第一组', '张某', '韩闸村、北湖村', '第二组', '李某', '八字渠村辖区企业']},
                  '安全生产大检查隐患登记表及填报说明', {'table': ['单位', '隐患', '整改时限']}, '填报说明：本表每周五报送。', '联系人名单', '镇安监站：李某，0955-0000016'],
             number='东政发〔2024〕18号', to='各村，辖区各企业', by=['东园镇人民政府'], on='2024-03-28', mark='proactive',
             annexes=['安全生产大检查工作分工表', '安全生产大检查隐患登记表及填报说明（各村、各企业填写后报镇安监站）', '联系人名单'])


@paper
def p14_auto_multilevel(w):
    """Everything numbered by Word on several levels, headings by styles."""
    w.p('东园镇2024年度法治宣传教育工作要点', style='a3', align='center', font=TITLE, size=44)
    n = w.list(ZH)
    b = []

    def h(s, lvl, shown, style):
        w.p(s, num=(n, lvl), style=style)
        b.append(shown + s)
    w.text('为做好2024年法治宣传教育工作，制定本要点。')
    b.append('为做好2024年法治宣传教育工作，制定本要点。')
    h('总体要求', 0, '一、', '1')
    w.text('围绕中心工作，突出重点对象。')
    b.append('围绕中心工作，突出重点对象。')
    h('重点任务', 0, '二、', '1')
    h('抓好重点对象学法', 1, '（一）', '2')
    h('领导干部每季度学法一次。', 2, '1.', 'a7')
    h('村干部集中培训两次。', 2, '2.', 'a7')
    h('培训时长不少于4学时。', 3, '（1）', 'a7')
    h('培训后组织测试。', 3, '（2）', 'a7')
    h('抓好主题宣传', 1, '（二）', '2')
    h('开展宪法宣传周活动。', 2, '1.', 'a7')
    h('保障措施', 0, '三、', '1')
    w.text('落实普法责任制，经费列入年度预算。')
    b.append('落实普法责任制，经费列入年度预算。')
    w.p('东园镇人民政府', align='right')
    w.p('2024年2月26日', align='right')
    return E('东园镇2024年度法治宣传教育工作要点', None, b, by=['东园镇人民政府'], on='2024-02-26', doubts=['mark'])


@paper
def p15_textbox_head(w):
    """Red head and number in a text box (twice in the file), annex note with 附："""
    w.p(xml=w.box(['<w:p>%s</w:p>' % run('东园镇人民政府办公室文件', font=TITLE, size=72, color='FF0000'),
                   '<w:p>%s</w:p>' % run('东政办发〔2024〕9号')]))
    w.p('东园镇人民政府办公室关于报送2024年上半年工作总结的通知', align='center', font=TITLE, size=44)
    w.p('镇属各部门：')
    b = ['请各部门于6月20日前将上半年工作总结报镇党政办公室。', '总结应当文字精炼，数据准确，字数不超过2000字。']
    w.text(*b)
    w.p('附：工作总结参考提纲', indent=2)
    w.p('东园镇人民政府办公室', align='right')
    w.p('2024年6月5日', align='right')
    return E('东园镇人民政府办公室关于报送2024年上半年工作总结的通知', '通知', b, number='东政办发〔2024〕9号', to='镇属各部门',
             by=['东园镇人民政府办公室'], on='2024-06-05', annexes=['工作总结参考提纲'], doubts=['mark'])


@paper
def p16_frame_head(w):
    """Red head in frames; date typed with full-width digits; full-width blanks as indent."""
    fr = '<w:framePr w:w="8000" w:wrap="around" w:vAnchor="page" w:hAnchor="margin" w:y="1500"/>'
    w.p('东园镇人民政府文件', ppr=fr, align='center', font=TITLE, size=72, color='FF0000')
    w.p('东政发〔２０２４〕２６号', ppr=fr, align='center')
    w.p('东园镇人民政府关于做好高考期间噪声管控的通知', align='center', font=TITLE, size=44)
    w.p('各村，各有关单位：')
    b = ['高考期间，为营造安静环境，现通知如下。', '一、６月６日至８日，考点周边５００米内停止施工。', '二、娱乐场所２２时后不得产生噪声。']
    for x in b:
        w.p('　　' + x)
    w.p('　　　　　　　　　　　　　　　　　东园镇人民政府')
    w.p('　　　　　　　　　　　　　　　　　２０２４年６月３日')
    w.p('　　（此件公开发布）')
    return E('东园镇人民政府关于做好高考期间噪声管控的通知', '通知', b, number='东政发〔2024〕26号', to='各村，各有关单位',
             by=['东园镇人民政府'], on='2024-06-03', mark='proactive')


@paper
def p17_tracked(w):
    """Tracked changes, comments and hidden text are in the file."""
    w.p('关于调整镇政务公开领导小组成员的通知', align='center', font=TITLE, size=44)
    w.p('东政发〔2024〕11号', align='center')
    w.p('各村、各办：')
    w.p(xml=run('因人事变动，') + w.dele('经请示领导，') + w.ins('经镇人民政府研究，') + run('决定调整镇政务公开领导小组成员。'), indent=2)
    w.p(xml=w.comment('此处请再核对名单', run('组长：张某')) + run('（镇长）'), indent=2)
    w.p(xml=run('副组长：李某') + run('内部掌握不外传', extra='<w:vanish/>'), indent=2)
    w.p(xml=w.dele('成员：各办主任'), indent=2)
    w.p('东园镇人民政府', align='right')
    w.p('2024年2月6日', align='right')
    w.p('（此件公开发布）')
    return E('关于调整镇政务公开领导小组成员的通知', '通知',
             ['因人事变动，经镇人民政府研究，决定调整镇政务公开领导小组成员。', '组长：张某（镇长）', '副组长：李某'],
             number='东政发〔2024〕11号', to='各村、各办', by=['东园镇人民政府'], on='2024-02-06', mark='proactive',
             absent=['经请示领导', '请再核对', '内部掌握', '各办主任'], doubts=['changes', 'comment', 'hidden'])


@paper
def p18_fields(w):
    """Date and number by fields, a table of contents, page numbers, bookmarks, hyperlinks."""
    w.p('东园镇突发事件应急预案', align='center', font=TITLE, size=44)
    w.p('目录', align='center', style='10')
    w.p(xml=w.field('TOC \\o "1-2"', '一、总则\t1'), style='10')
    w.p('二、组织体系\t2', style='10')
    b = ['一、总则', '为提高应急能力，制定本预案。', '二、组织体系', '成立应急指挥部，指挥长由镇长担任，24小时值守电话0955-0000017。', '详见区政府网站。']
    w.p(b[0], style='1')
    w.text(b[1])
    w.p(b[2], style='1')
    w.text(b[3])
    w.p(xml=run('详见') + '<w:hyperlink r:id="%s">%s</w:hyperlink>' % (w.rel('hyperlink', 'https://www.example.cn/', mode=' TargetMode="External"'), run('区政府网站')) + run('。')
        + '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>', indent=2)
    w.p('东园镇人民政府', align='right')
    w.p(xml=w.field('DATE \\@ "yyyy年M月d日"', '2024年8月9日'), align='right')
    w.pagefoot()
    w.pagehead('东园镇人民政府')
    return E('东园镇突发事件应急预案', None, b, by=['东园镇人民政府'], on='2024-08-09', doubts=['mark', 'field date'])


@paper
def p19_image_footnote(w):
    """Pictures, footnotes, symbols."""
    w.p('东园镇关于推广秸秆综合利用技术的意见', align='center', font=TITLE, size=44)
    w.p('各村：')
    w.p(xml=run('全镇秸秆综合利用率达到92%') + w.footnote('数据来源：镇农业服务中心2023年统计。') + run('，但仍不平衡。'), indent=2)
    w.p(xml=w.image(), align='center')
    w.p('图1　秸秆还田流程', align='center')
    w.text('请各村按流程组织实施。')
    w.p('东园镇人民政府', align='right')
    w.p('2024年10月11日', align='right')
    w.p('（此件主动公开）')
    return E('东园镇关于推广秸秆综合利用技术的意见', '意见', ['全镇秸秆综合利用率达到92%，但仍不平衡。', '图1　秸秆还田流程', '请各村按流程组织实施。'],
             to='各村', by=['东园镇人民政府'], on='2024-10-11', mark='proactive', kept=['镇农业服务中心2023年统计'], doubts=['picture'])


@paper
def p20_nested(w):
    """Nested table, a table with a list in a cell, a table whose cell has several paragraphs."""
    w.p('关于公布镇便民服务中心窗口安排的通知', align='center', font=TITLE, size=44)
    w.p('各村：')
    w.text('现将窗口安排公布如下：')
    inner = w.tbl([['上午', '8:30—12:00'], ['下午', '14:30—18:00']], to=[])
    n = w.list([('decimal', '%1.')])
    cell = ['<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr></w:pPr>%s</w:p>' % (n, run(x)) for x in ('户籍证明', '残疾人证申领')]
    w.tbl([['窗口', '事项', '时间'], ['1号', cell, [inner, '<w:p/>']], ['2号', '医保|社保', '同上']])
    w.text('以上安排自7月1日起执行。')
    w.p('东园镇人民政府', align='right')
    w.p('2024年6月28日', align='right')
    w.p('此件公开发布')
    return E('关于公布镇便民服务中心窗口安排的通知', '通知',
             ['现将窗口安排公布如下：', {'table': ['窗口', '事项', '时间', '1号', '1.户籍证明2.残疾人证申领', '上午', '8:30—12:00', '下午', '14:30—18:00', '2号', '医保|社保', '同上']},
              '以上安排自7月1日起执行。'], to='各村', by=['东园镇人民政府'], on='2024-06-28', mark='proactive')


@paper
def p21_order(w):
    """An order: 令, number 第3号, signed by a person."""
    w.p('中卫市沙坡头区东园镇人民政府令', align='center', font=TITLE, size=72, color='FF0000')
    w.p('第3号', align='center')
    b = ['《东园镇森林草原防火命令》已经镇政府研究通过，现予发布，自2024年10月1日起施行。']
    w.text(*b)
    w.p('镇长　张某', align='right')
    w.p('2024年9月20日', align='right')
    return E('中卫市沙坡头区东园镇人民政府令', '命令', b, on='2024-09-20', kept=['第3号', '张某'], doubts=['mark'])


@paper
def p22_no_head(w):
    """A county department's notice pasted from the web: no red head, number below the title, addressee with colon inside."""
    w.p('沙坡头区民政局关于做好2024年高龄津贴发放工作的通知', align='center', bold=True, size=36, font=SONG)
    w.p('沙民发〔2024〕33号', align='center', font=SONG, size=24)
    w.p('各乡镇人民政府、滨河镇文昌镇街道办事处：', font=SONG, size=24)
    b = ['一、发放对象', '具有本区户籍、年满80周岁的老年人。', '二、发放标准', '80至89周岁每人每月270元，90周岁以上每人每月450元。', '三、工作要求',
         '各乡镇：要做到应发尽发，不错不漏。']
    for x in b:
        w.p('    ' + x, font=SONG, size=24)
    w.p('                              沙坡头区民政局', font=SONG, size=24)
    w.p('                              2024年3月18日', font=SONG, size=24)
    return E('沙坡头区民政局关于做好2024年高龄津贴发放工作的通知', '通知', b, number='沙民发〔2024〕33号',
             to='各乡镇人民政府、滨河镇文昌镇街道办事处', by=['沙坡头区民政局'], on='2024-03-18', doubts=['mark'])


@paper
def p23_soft_breaks(w):
    """All in few paragraphs with soft line breaks, tabs as indent."""
    w.p(xml=run('东政发〔2022〕5号\n关于做好春季植树造林工作的通知', font=FANG), align='center')
    w.p(xml=run('各村：\n\t现就春季植树通知如下：\n\t一、任务\n\t全镇植树2万株。\n\t二、时间\n\t3月10日至4月10日。'))
    w.p(xml=run('东园镇人民政府\n2022年3月3日'), align='right')
    return E('关于做好春季植树造林工作的通知', '通知', ['现就春季植树通知如下：', '一、任务', '全镇植树2万株。', '二、时间', '3月10日至4月10日。'],
             number='东政发〔2022〕5号', to='各村', by=['东园镇人民政府'], on='2022-03-03', doubts=['mark'])


@paper
def p24_sections(w):
    """Portrait text, landscape annex table after a section break; annex note without number; 附件 in a line with the title."""
    red(w, '东园镇人民政府文件')
    w.p('东政发〔2024〕51号', align='center')
    w.p('东园镇人民政府', align='center', font=TITLE, size=44)
    w.p('关于下达2024年粮食生产', align='center', font=TITLE, size=44)
    w.p('目标任务的通知', align='center', font=TITLE, size=44)
    w.p('各村：')
    b = ['为确保完成全年粮食生产任务，现将目标任务下达给你们，请认真落实。']
    w.text(*b)
    w.p('附件：东园镇2024年粮食生产目标任务分解表', indent=2)
    w.p('东园镇人民政府', align='right')
    w.p('2024年3月1日', align='right')
    w.p('（此件公开发布）', indent=2)
    w.section()
    w.p('附件：')
    w.p('东园镇2024年粮食生产目标任务分解表', align='center', font=TITLE, size=36)
    w.p('单位：亩', align='right')
    w.tbl([[('村名', {'merge': 'restart'}), ('面积', {'span': 2}), ('备注', {'merge': 'restart'})], [('', {'merge': 'cont'}), '小麦', '玉米', ('', {'merge': 'cont'})],
           ['韩闸村', '500', '1200', ''], ['北湖村', '300', '900', '含复种']])
    w.section(landscape=True)
    w.pagefoot()
    return E('东园镇人民政府关于下达2024年粮食生产目标任务的通知', '通知',
             b + ['东园镇2024年粮食生产目标任务分解表', '单位：亩', {'table': ['村名', '面积', '备注', '小麦', '玉米', '韩闸村', '500', '1200', '北湖村', '300', '900', '含复种']}],
             number='东政发〔2024〕51号', to='各村', by=['东园镇人民政府'], on='2024-03-01', mark='proactive', annexes=['东园镇2024年粮食生产目标任务分解表'])


@paper
def p25_quotes_numbers(w):
    """The text cites other papers' numbers, dates and annexes; they are not this one's."""
    red(w, '东园镇人民政府文件')
    w.p('东政发〔2024〕60号', align='center')
    w.p('东园镇人民政府关于转发《沙坡头区2024年冬季供暖保障方案》的通知', align='center', font=TITLE, size=44)
    w.p('各村：')
    b = ['现将《沙坡头区人民政府办公室关于印发〈沙坡头区2024年冬季供暖保障方案〉的通知》（卫沙政办发〔2024〕77号）转发给你们，请遵照执行。',
         '2023年11月3日印发的《东园镇供暖保障办法》（东政发〔2023〕66号）同时废止。', '附件所列责任单位要按时报送进展：', '一、每周五报送。', '二、遇突发情况即时报送。']
    w.text(*b)
    w.p('附件：沙坡头区2024年冬季供暖保障方案', indent=2)
    w.p('东园镇人民政府', align='right')
    w.p('2024年11月1日', align='right')
    w.p('（此件公开发布）', indent=2)
    return E('东园镇人民政府关于转发《沙坡头区2024年冬季供暖保障方案》的通知', '通知', b, number='东政发〔2024〕60号', to='各村', by=['东园镇人民政府'],
             on='2024-11-01', mark='proactive', annexes=['沙坡头区2024年冬季供暖保障方案'])


@paper
def p26_cc_table(w):
    """版记 in a table; urgency and 份号 in a borderless table with the number."""
    w.tbl([['000012', ''], ['加急', '']], borders=False)
    red(w, '东园镇人民政府文件')
    w.tbl([['东政发〔2024〕70号', '签发人：张某']], borders=False)
    w.p('东园镇人民政府关于呈报村级换届选举工作情况的报告', align='center', font=TITLE, size=44)
    w.p('区委、区政府：')
    b = ['按照统一部署，我镇12个村换届选举工作顺利完成，现将情况报告如下。', '一、基本情况', '全镇12个村全部一次选举成功，参选率96.3%。', '二、主要做法', '严格程序，依法选举。', '以上报告，请审阅。']
    w.text(*b)
    w.p('东园镇人民政府', align='right')
    w.p('2024年12月2日', align='right')
    tail(w, '抄送：区民政局。', '东园镇党政办公室　2024年12月2日印发', table=True)
    return E('东园镇人民政府关于呈报村级换届选举工作情况的报告', '报告', b, number='东政发〔2024〕70号', to='区委、区政府', by=['东园镇人民政府'],
             on='2024-12-02', kept=['张某', '区民政局'], doubts=['mark'])


@paper
def p27_plan_with_chapters(w):
    """Rules in chapters and articles."""
    red(w, '东园镇人民政府文件')
    w.p('东政规发〔2024〕1号', align='center')
    w.p('东园镇人民政府关于印发《东园镇农村公益性公墓管理办法》的通知', align='center', font=TITLE, size=44)
    w.p('各村民委员会：')
    w.text('《东园镇农村公益性公墓管理办法》已经研究同意，现予印发，请遵照执行。')
    w.p('东园镇人民政府', align='right')
    w.p('2024年8月15日', align='right')
    w.p('（此件公开发布）', indent=2)
    w.p('东园镇农村公益性公墓管理办法', align='center', font=TITLE, size=44, brk=True)
    b = ['第一章　总则', '第一条　为规范农村公益性公墓管理，制定本办法。', '第二条　本办法所称农村公益性公墓，是指为村民提供骨灰安葬服务的公共设施。',
         '第二章　管理', '第三条　公墓管理应当遵守下列规定：', '（一）不得超标准建造墓穴；', '（二）不得对外销售。', '第四条　本办法自2024年9月15日起施行，有效期5年。']
    for x in b:
        w.p(x, indent=0 if '章' in x[:4] else 2, align='center' if '章' in x[:4] else None)
    return E('东园镇人民政府关于印发《东园镇农村公益性公墓管理办法》的通知', '通知',
             ['《东园镇农村公益性公墓管理办法》已经研究同意，现予印发，请遵照执行。', '东园镇农村公益性公墓管理办法'] + b, number='东政规发〔2024〕1号', to='各村民委员会',
             by=['东园镇人民政府'], on='2024-08-15', mark='proactive')


@paper
def p28_no_date(w):
    """A draft that is not dated and not signed."""
    w.p('东园镇2025年重点项目建设计划', align='center', font=TITLE, size=44)
    b = ['2025年，全镇计划实施重点项目6个。', '一、新建项目', '（1）高标准农田建设项目；（2）污水处理站项目。', '二、续建项目', '文化广场项目。']
    w.text(*b)
    return E('东园镇2025年重点项目建设计划', None, b, doubts=['mark', 'date', 'signature'])


@paper
def p29_secret(w):
    """A classified mark: it must not come in at all."""
    w.p('机密★3年', font=HEI)
    w.p('特急', font=HEI)
    red(w, '东园镇人民政府文件')
    w.p('东政发〔2024〕80号', align='center')
    w.p('关于某事的通知', align='center', font=TITLE, size=44)
    w.p('各村：')
    w.text('内容略。')
    return E('', None, [], refuse=True)


@paper
def p30_secret_spaced(w):
    """秘密 with blanks, a star of another kind, in a text box."""
    w.p(xml=w.box(['<w:p>%s</w:p>' % run('秘　密 ☆ 1年')]))
    w.p('关于某事的通知', align='center', font=TITLE, size=44)
    w.p('各村：')
    w.text('内容略。')
    return E('', None, [], refuse=True)


@paper
def p31_about_secrecy(w):
    """A public paper that speaks of secrets and reviews: it is not classified."""
    w.p('东园镇关于加强政府信息公开保密审查工作的通知', align='center', font=TITLE, size=44)
    w.p('东政发〔2024〕29号', align='center')
    w.p('各办（队、中心）：')
    b = ['一、坚持先审查、后公开，严禁涉密信息上网。', '二、绝密、机密、秘密文件不得在非涉密计算机上处理。', '三、标有“机密★1年”等密级标志的文件，一律不得报送公开。']
    w.text(*b)
    w.p('东园镇人民政府', align='right')
    w.p('2024年5月31日', align='right')
    w.p('（此件公开发布）')
    return E('东园镇关于加强政府信息公开保密审查工作的通知', '通知', b, number='东政发〔2024〕29号', to='各办（队、中心）', by=['东园镇人民政府'],
             on='2024-05-31', mark='proactive')


@paper
def p32_many_addressees(w):
    """Addressees over two paragraphs of different kinds of organs, a long list."""
    w.p('东园镇森林草原防灭火指挥部文件', align='center', font=TITLE, size=60, color='FF0000')
    w.p('东森防指发〔2024〕2号', align='center')
    w.p('关于做好清明节期间森林草原防灭火工作的紧急通知', align='center', font=TITLE, size=44)
    w.p('各村民委员会，镇直各单位，沙坡头区林业局驻东园镇护林站，辖区各学校、卫生院、企业，各森林草原防灭火网格员：')
    b = ['清明节将至，为做好防灭火工作，紧急通知如下：', '一、压实责任。', '二、严管火源。', '三、值班值守。实行24小时值班，电话：0955-0000018。']
    w.text(*b)
    w.p('东园镇森林草原防灭火指挥部', align='right')
    w.p('（代章）', align='right')
    w.p('2024年3月29日', align='right')
    return E('关于做好清明节期间森林草原防灭火工作的紧急通知', '通知', b, number='东森防指发〔2024〕2号',
             to='各村民委员会，镇直各单位，沙坡头区林业局驻东园镇护林站，辖区各学校、卫生院、企业，各森林草原防灭火网格员',
             by=['东园镇森林草原防灭火指挥部'], on='2024-03-29', doubts=['mark'])


@paper
def p33_sig_in_table(w):
    """Signature and date in a borderless table; the seal is a picture."""
    w.p('东园镇财政所关于2023年惠农补贴资金发放情况的公示', align='center', font=TITLE, size=44)
    b = '2023年共发放惠农补贴资金312.45万元，惠及农户2108户。'
    w.text(b)
    w.tbl([['项目', '金额（万元）'], ['耕地地力保护补贴', '201.30'], ['农机购置补贴', '111.15']])
    w.p()
    w.tbl([['', [w.p(xml=run('东园镇财政所') + w.image(), align='center', to=[]), w.p('2024年1月30日', align='center', to=[])]]], borders=False)
    return E('东园镇财政所关于2023年惠农补贴资金发放情况的公示', None, [b, {'table': ['项目', '金额（万元）', '耕地地力保护补贴', '201.30', '农机购置补贴', '111.15']}],
             by=['东园镇财政所'], on='2024-01-30', doubts=['mark', 'picture'])


@paper
def p34_list_kinds(w):
    """Word's other lists: circled numbers, letters, 第N条, bullets, a list that begins anew."""
    w.p('东园镇机关内部管理规定', align='center', font=TITLE, size=44)
    art = w.list([('chineseCountingThousand', '第%1条　'), ('chineseCountingThousand', '（%2）'), ('decimalEnclosedCircle', '%3')])
    b = []
    for lvl, shown, s in ((0, '第一条　', '为加强机关管理，制定本规定。'), (0, '第二条　', '工作人员应当遵守下列纪律：'), (1, '（一）', '按时到岗；'), (2, '①', '上午8时30分签到；'),
                          (2, '②', '请假须经批准；'), (1, '（二）', '文明服务。'), (0, '第三条　', '下列行为予以通报：'), (1, '（一）', '迟到早退；'), (1, '（二）', '脱岗。')):
        w.p(s, num=(art, lvl))
        b.append(shown + s)
    n1 = w.list([('decimal', '%1.')])
    n2 = w.list_again([('decimal', '%1.')], 1)
    n3 = w.list([('upperLetter', '%1.')])
    n4 = w.list([('bullet', '\uf0b7')])
    w.text('请假种类：')
    w.p('事假', num=(n1, 0))
    w.p('病假', num=(n1, 0))
    w.text('材料要求：')
    w.p('请假条', num=(n2, 0))
    w.p('证明材料', num=(n2, 0))
    w.p('甲类', num=(n3, 0))
    w.p('乙类', num=(n3, 0))
    w.p('着装整洁', num=(n4, 0))
    b += ['请假种类：', '1.事假', '2.病假', '材料要求：', '1.请假条', '2.证明材料', 'A.甲类', 'B.乙类', '着装整洁']
    w.p('东园镇党政办公室', align='right')
    w.p('2024年7月10日', align='right')
    return E('东园镇机关内部管理规定', None, b, by=['东园镇党政办公室'], on='2024-07-10', doubts=['mark'])


@paper
def p35_date_chinese_o(w):
    """Date with ○ and 〇, 元月, 廿 not; signature typed wide; half-width brackets in the mark."""
    w.p('东园镇人民政府关于成立乡村振兴工作领导小组的通知', align='center', font=TITLE, size=44)
    w.p('东政发【2021】4号', align='center')
    w.p('各村、镇直各部门：')
    b = ['为加强组织领导，决定成立乡村振兴工作领导小组。', '组　长：张某', '副组长：李某', '领导小组办公室设在镇农业服务中心。']
    w.text(*b)
    w.p('东 园 镇 人 民 政 府', align='right')
    w.p('二○二一年元月十日', align='right')
    w.p('(此件公开)', indent=2)
    return E('东园镇人民政府关于成立乡村振兴工作领导小组的通知', '通知', b, number='东政发〔2021〕4号', to='各村、镇直各部门', by=['东园镇人民政府'],
             on='2021-01-10', mark='proactive')


@paper
def p36_notes(w):
    """附注 of several sorts; mark before the signature; contact lines below."""
    red(w, '东园镇人民政府文件')
    w.p('东政发〔2024〕33号', align='center')
    w.p('东园镇人民政府关于召开防汛工作会议的通知', align='center', font=TITLE, size=44)
    w.p('各村，镇直各单位：')
    b = ['定于2024年6月15日上午9时在镇政府三楼会议室召开防汛工作会议。', '一、参会人员', '各村党支部书记。', '二、有关要求', '请提前10分钟入场。']
    w.text(*b)
    w.p('联 系 人：李某', indent=2)
    w.p('联系电话：0955-0000019', indent=2)
    w.p('东园镇人民政府', align='right')
    w.p('2024年6月12日', align='right')
    w.p('（此件删减后公开）', indent=2)
    return E('东园镇人民政府关于召开防汛工作会议的通知', '通知', b + ['联系人：李某', '联系电话：0955-0000019'], number='东政发〔2024〕33号', to='各村，镇直各单位',
             by=['东园镇人民政府'], on='2024-06-12', mark='partial')


@paper
def p37_annex_heads(w):
    """附件1: on one line with its title; annex notes with Chinese numbers and full stops."""
    w.p('东园镇关于开展政务公开培训的通知', align='center', font=TITLE, size=44)
    w.p('东政办〔2024〕13号', align='center')
    w.p('各办：')
    b = ['为提升政务公开水平，定于6月举办培训班，具体安排见附件。']
    w.text(*b)
    w.p('附件：一、培训日程', indent=2)
    w.p('二、报名回执', indent=5)
    w.p('东园镇党政办公室', align='right')
    w.p('2024年5月27日', align='right')
    w.p('（此件公开发布）', indent=2)
    w.p('附件1：培训日程', brk=True)
    w.tbl([['日期', '内容'], ['6月3日', '条例解读'], ['6月4日', '实务操作']])
    w.p('附件2：报名回执', brk=True)
    w.tbl([['姓名', '职务', '电话'], ['', '', '']])
    return E('东园镇关于开展政务公开培训的通知', '通知',
             b + [{'table': ['日期', '内容', '6月3日', '条例解读', '6月4日', '实务操作']}, {'table': ['姓名', '职务', '电话']}],
             number='东政办〔2024〕13号', to='各办', by=['东园镇党政办公室'], on='2024-05-27', mark='proactive', annexes=['培训日程', '报名回执'])


@paper
def p38_sdt_smart(w):
    """Content controls, smart tags, ruby, non-breaking hyphen, symbols."""
    w.body.append('<w:sdt><w:sdtPr><w:alias w:val="标题"/></w:sdtPr><w:sdtContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr>%s</w:p></w:sdtContent></w:sdt>'
                  % run('东园镇人民政府关于开展爱国卫生运动的通知', font=TITLE, size=44))
    w.p('东政发〔2024〕21号', align='center')
    w.p('各村：')
    w.p(xml=run('现定于') + '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate">%s</w:smartTag>' % run('2024年4月20日')
        + '<w:sdt><w:sdtContent>%s</w:sdtContent></w:sdt>' % run('开展集中整治') + run('，咨询电话0955') + '<w:r><w:noBreakHyphen/></w:r>' + run('0000020。'), indent=2)
    w.p('东园镇人民政府', align='right')
    w.p(xml='<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate">%s</w:smartTag>' % run('2024年4月16日'), align='right')
    w.p('（此件公开发布）')
    return E('东园镇人民政府关于开展爱国卫生运动的通知', '通知', ['现定于2024年4月20日开展集中整治，咨询电话0955-0000020。'], number='东政发〔2024〕21号', to='各村',
             by=['东园镇人民政府'], on='2024-04-16', mark='proactive')


@paper
def p39_title_in_quotes(w):
    """Title over two lines with 《》 over the break, left aligned by blanks (no centre), bold only."""
    w.p('          东园镇人民政府办公室关于印发《东园镇', bold=True, size=44)
    w.p('          “四好农村路”建设实施方案》的通知', bold=True, size=44)
    w.p('东政办发〔2024〕17号', indent=0)
    w.p('各村委会、各站所：')
    b = ['现将《东园镇“四好农村路”建设实施方案》印发给你们，请认真贯彻执行。']
    w.p('    ' + b[0])
    w.p('                    东园镇人民政府办公室')
    w.p('                       2024年5月6日')
    w.p('东园镇“四好农村路”建设实施方案', bold=True, size=44, brk=True)
    c = ['为推进农村公路高质量发展，制定本方案。', '一、建设目标', '到2025年，等级公路比例达到100%。', '二、组织保障', '成立领导小组，组长由镇长担任。']
    for x in c:
        w.p('    ' + x)
    return E('东园镇人民政府办公室关于印发《东园镇“四好农村路”建设实施方案》的通知', '通知', b + ['东园镇“四好农村路”建设实施方案'] + c, number='东政办发〔2024〕17号',
             to='各村委会、各站所', by=['东园镇人民政府办公室'], on='2024-05-06', doubts=['mark'])


@paper
def p40_markdown_signs(w):
    """Text that is Markdown by chance: stars, #, pipes, angle brackets, 1. at the start, URLs."""
    w.p('关于报送信息的通知', align='center', font=TITLE, size=44)
    w.p('各办<队、中心>：')
    b = ['1.报送格式为“单位*名称*日期”，不得使用#号。', '2.数值范围用a|b或1~5表示，下划线_不算。', '- 每周一条。', '3.网址：https://www.example.cn/a_b?c=1&d=2。', '10. 报送<各办>汇总。']
    w.text(*b)
    w.p('东园镇党政办公室', align='right')
    w.p('2024.3.8', align='right')
    return E('关于报送信息的通知', '通知', b, to='各办<队、中心>', by=['东园镇党政办公室'], on='2024-03-08', doubts=['mark'])


@paper
def p41_traditional_opinion(w):
    """意见 with subtitle（征求意见稿）and a date in brackets below the title."""
    w.p('东园镇关于推进农村集体经济发展的实施意见', align='center', font=TITLE, size=44)
    w.p('（征求意见稿）', align='center', font=KAI)
    b = ['为发展壮大农村集体经济，提出如下意见。', '一、总体目标', '到2026年，各村集体经济年收入均超过20万元。', '二、主要举措', '（一）盘活资源资产', '清理闲置房屋、土地，依法出租。',
         '（二）发展服务经济', '开展农业生产托管服务。']
    w.text(*b)
    w.p('东园镇人民政府', align='right')
    w.p('2024年11月20日', align='right')
    return E('东园镇关于推进农村集体经济发展的实施意见（征求意见稿）', '意见', b, by=['东园镇人民政府'], on='2024-11-20', doubts=['mark'])


@paper
def p42_date_under_title(w):
    """A plan: date in brackets below the title, issuer below that, no signature at the end."""
    w.p('东园镇2024年度政务公开工作方案', align='center', font=TITLE, size=44)
    w.p('（2024年3月22日）', align='center', font=KAI)
    b = ['为做好2024年政务公开工作，制定本方案。', '一、工作目标', '主动公开及时率达到100%。', '二、工作安排', '（一）公开重点', '聚焦民生领域。']
    w.text(*b)
    return E('东园镇2024年度政务公开工作方案', None, b, on='2024-03-22', doubts=['mark'])


@paper
def p43_box_in_body(w):
    """A text box with real text in the body (a flow chart), and one more table in a box."""
    w.p('东园镇办事流程公告', align='center', font=TITLE, size=44)
    w.text('办事流程如下图：')
    w.p(xml=w.box(['<w:p>%s</w:p>' % run('申请'), '<w:p>%s</w:p>' % run('受理（5个工作日）'), '<w:p>%s</w:p>' % run('办结')]))
    w.text('咨询电话：0955-0000021。')
    w.p('东园镇人民政府', align='right')
    w.p('2024年6月6日', align='right')
    return E('东园镇办事流程公告', '公告', ['办事流程如下图：', '申请', '受理（5个工作日）', '办结', '咨询电话：0955-0000021。'], by=['东园镇人民政府'], on='2024-06-06', doubts=['mark'])


@paper
def p44_blank_lines(w):
    """Everything is in a one-cell table (a form of some OA systems), many blank lines, NBSP."""
    cell = []
    w.p('东园镇人民政府关于清明节放假的通知', align='center', font=TITLE, size=44, to=cell)
    w.p('', to=cell)
    w.p('东政发〔2024〕14号', align='center', to=cell)
    w.p('各办：', to=cell)
    b = ['根据上级通知，2024年清明节放假时间为4月4日至6日，共3天。', '请各办安排好值班。']
    for x in b:
        w.p('\u00a0\u00a0\u00a0\u00a0' + x, to=cell)
        w.p('', to=cell)
    w.p('东园镇人民政府', align='right', to=cell)
    w.p('2024年3月30日', align='right', to=cell)
    w.p('（此件公开发布）', to=cell)
    w.tbl([[cell]], borders=False)
    return E('东园镇人民政府关于清明节放假的通知', '通知', b, number='东政发〔2024〕14号', to='各办', by=['东园镇人民政府'], on='2024-03-30', mark='proactive')


def keep(out, fn, file, ending, expected):
    expected['shape'] = fn.__doc__
    file.save(os.path.join(out, fn.__name__ + ending))
    with open(os.path.join(out, fn.__name__ + '.json'), 'w', encoding='utf-8') as f:
        json.dump(expected, f, ensure_ascii=False, indent=1)


def main(out):
    import layouts  # their papers register themselves
    import shapes
    assert layouts and shapes
    os.makedirs(out, exist_ok=True)
    for i, fn in enumerate(ALL):
        w = Word(i)
        keep(out, fn, w, '.docx', fn(w))
    for fn in LAYOUTS:
        w, expected = fn()
        keep(out, fn, w, '.ofd', expected)


if __name__ == '__main__':
    sys.modules['papers'] = sys.modules['__main__']
    main(sys.argv[1])
