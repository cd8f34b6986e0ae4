"""The matters that the office sheets are made of.

A matter is what a careful clerk knows before it is typed into any sheet. Those of
tests/fixtures/import/catalogue-rows.json are printed ones; what a page had lost is filled
in here, and MADE are examples of our own.
"""

import json
import re

BOXES = {
    'website': '政府网站', 'gazette': '政府公报', 'new-media': '两微一端', 'press': '发布会/听证会',
    'broadcast': '广播电视', 'print': '纸质媒体', 'reading': '公开查阅点', 'service-hall': '政务服务中心',
    'service-station': '便民服务站', 'home': '入户/现场',
    'board': '社区/企事业单位/村公示栏（电子屏）', 'push': '精准推送', 'other': '其他',
}
KINDS = list(BOXES)

UNITS = [  # id, name, short, aliases, kind
    ('zf', '清源县柳河镇人民政府', '镇人民政府', ['柳河镇人民政府', '镇政府', '柳河镇政府'], 'office'),
    ('dz', '党政综合办公室', '党政办', ['镇党政办', '党政办公室'], 'inner'),
    ('sw', '社会事务办公室', '社会事务办', ['民政办', '镇民政办'], 'inner'),
    ('cz', '财政所', '镇财政所', [], 'inner'),
    ('ny', '农业农村综合服务中心', '农业服务中心', ['农技站'], 'institution'),
    ('gj', '规划建设和环境保护办公室', '规建办', ['村镇建设办'], 'inner'),
    ('yj', '应急管理办公室', '应急办', [], 'inner'),
    ('bm', '便民服务中心', '便民中心', [], 'service-centre'),
    ('wh', '综合文化站', '文化站', [], 'institution'),
    ('mzj', '清源县民政局', '县民政局', [], 'department'),
    ('nyj', '清源县农业农村局', '县农业农村局', [], 'department'),
    ('cun', '各村民委员会', '各村', ['各村委会', '村民委员会'], 'village'),
]
UNIT_NAME = {u[0]: u[1] for u in UNITS}
UNIT_SHORT = {u[0]: u[2] for u in UNITS}

CHANNELS = {
    'website': '清源县人民政府门户网站柳河镇专栏', 'gazette': '清源县人民政府公报', 'new-media': '微信公众号“柳河发布”',
    'press': '新闻发布会', 'broadcast': '村村响广播', 'print': '清源日报', 'reading': '镇公开查阅点',
    'service-hall': '镇政务服务大厅', 'service-station': '村级便民服务站', 'home': '入户宣传', 'board': '政务公开栏',
    'push': '短信平台', 'other': '会议公开',
}

LEVELS = {'country': '国家级', 'province': '省级', 'city': '市级', 'county': '县级', 'township': '乡级',
          'village': '村级'}

# What the printed rows call their channels, and which box a clerk would tick for it.
PRINTED = {'镇村公示公开栏': 'board', '行政村公示栏': 'board', '乡镇公示栏': 'board', '公示栏': 'board',
           '单位/村委会公示栏(电子屏)': 'board', '社区/村公示栏(电子屏)': 'board',
           '街道文化站/(社区)综合性文化服务中心公示栏': 'board', '一微一端': 'new-media',
           '政府服务中心': 'service-hall', '铁力市政府网站': 'website', '区政府门户网站': 'website',
           '社区/企事业单位/村公示栏(电子屏)': 'board', '会议': 'other'}


class Matter:
    """One row as the clerk knows it."""

    def __init__(self, field, seq, group, title, content, basis, limit, subject, unit, channels, group_of=None,
                 attr='proactive', level=('township',), freq='变更时', sub=None, note=None):
        self.field, self.seq, self.group, self.title, self.sub = field, seq, group, title, sub
        self.content, self.basis, self.limit = content, basis, limit
        self.subject, self.unit, self.channels = subject, unit, channels
        self.group_of, self.attr, self.level = group_of, attr, level
        self.freq, self.note = freq, note

    @property
    def audience(self):
        return 'group' if self.group_of else 'all'


FREQ = {'长期公开': 'permanent', '每季度': 'quarterly', '每年': 'yearly', '每月': 'monthly', '变更时': 'on-change'}
LIMITS = ['信息形成或者变更之日起20个工作日内', '制定或获取信息之日起10个工作日内', '信息形成之日起7个工作日内公开']
UNIT_OF = {'社会救助': 'sw', '养老服务': 'sw', '涉农补贴': 'ny', '财政预决算': 'cz', '救灾': 'yj',
           '公共文化服务': 'wh', '农村危房改造': 'gj'}
GROUPS_OF = ['低保对象', '本村村民', '申请人']


def printed(path):
    """The printed rows, with what was lost filled in."""
    out = []
    with open(path, encoding='utf-8') as f:
        raw = json.load(f)['rows']
    for i, r in enumerate(raw):
        boxes = []
        for name in r.get('公开渠道和载体(■)') or ['政府网站', '公示栏']:
            kind = PRINTED.get(name) or next((k for k, v in BOXES.items() if v == name), None)
            if kind and kind not in boxes:
                boxes.append(kind)
        content = [c for c in r['公开内容(要素)'] or [] if 'cut off' not in c] or ['文件全文']
        basis = [b for b in r['公开依据'] or [] if not b.startswith('(') and 'cut off' not in b]
        limit = r['公开时限']
        if not limit or 'cut off' in limit:
            limit = LIMITS[i % len(LIMITS)]
        field = re.sub(r'\(.*', '', r['领域'])
        out.append(Matter(
            field, r['序号'], r['一级事项'] or '综合业务', (r['二级事项'] or '涉农资金公开') + ('' if i % 9 else '（年度）'),
            content, basis or ['《中华人民共和国政府信息公开条例》'], limit, 'zf', UNIT_OF.get(field, 'dz'),
            boxes, GROUPS_OF[i % 3] if i % 7 == 3 else None, 'on-request' if i % 11 == 5 else 'proactive',
            [('township',), ('county', 'township'), ('township', 'village')][i % 3], list(FREQ)[i % 5]))
    seen = {}
    for m in out:
        key = (m.unit, m.group, m.title)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            m.title += f'（{"二三四五六七八九"[seen[key] - 2]}）'
    return out


MADE = [
    Matter('社会救助', 1, '临时救助', '临时救助对象名单', ['救助对象姓名', '救助金额', '救助事由'],
           ['《社会救助暂行办法》（国务院令第649号）', '民发〔2018〕23号'], '审批结果作出之日起3个工作日内,公示7个工作日',
           'zf', 'sw', ['website', 'board'], '本村村民', level=('township', 'village'), freq='每月', sub='小额救助'),
    Matter('财政预决算', 1, '财政预算', '部门预算', ['部门收支总表', '“三公”经费支出表', '预算绩效目标'],
           ['《中华人民共和国预算法》第十四条', '财预〔2016〕143号'], '部门预算经本级财政部门批复后20日内公开', 'zf', 'cz',
           ['website'], level=('township',), freq='每年', sub='本级预算'),
    Matter('财政预决算', 2, '财政预算', '惠农补贴资金发放', ['补贴项目', '补贴标准', '发放金额'],
           ['财办〔2020〕37号'], '资金发放后7个工作日内', 'zf', 'cz', ['website', 'board', 'push'],
           '享受补贴的农户', freq='每季度', level=('county', 'township', 'village'), sub='一卡通'),
    Matter('户籍管理', 1, '户口登记', '出生登记', ['设定依据', '办理条件', '办理材料', '办理时限', '收费标准'],
           ['《中华人民共和国户口登记条例》'], '长期公开', 'zf', 'bm',
           ['website', 'service-hall', 'service-station'], freq='长期公开', sub='婚生子女'),
    Matter('安全生产', 1, '监督检查', '隐患整改情况', ['隐患清单', '整改责任人', '整改期限'],
           ['《中华人民共和国安全生产法》', '《生产安全事故报告和调查处理条例》'], '信息形成之日起5个工作日内', 'zf', 'yj',
           ['website', 'new-media'], '相关企业', 'on-request', ('township',), '每季度', '重大隐患'),
    Matter('城乡规划', 1, '乡村规划', '村庄规划编制', ['规划草案', '意见征集情况', '批准文件及图件'],
           ['《中华人民共和国城乡规划法》第二十六条'], '草案公示不少于30日；批准后20个工作日内', 'zf', 'gj',
           ['website', 'board', 'press'], level=('county', 'township'), freq='变更时', sub='多规合一'),
    Matter('公共法律服务', 1, '人民调解', '人民调解组织信息', ['机构名称', '地址', '工作时间', '联系电话'],
           ['《中华人民共和国人民调解法》'], '及时公开', 'zf', 'dz', ['website', 'home', 'broadcast'],
           freq='长期公开', sub='村调委会'),
    Matter('就业', 1, '就业援助', '公益性岗位招聘', ['岗位名称', '招聘人数', '报名方式'],
           ['人社部发〔2019〕124号'], '信息形成或变更之日起20个工作日内', 'zf', 'bm',
           ['website', 'new-media', 'push'], '就业困难人员', freq='每季度', sub='城乡公益岗'),
    Matter('征地补偿', 1, '征地管理', '征地补偿安置公告', ['补偿标准', '安置对象', '安置方式'],
           ['《中华人民共和国土地管理法》第四十七条'], '收到批准文件之日起10个工作日内', 'zf', 'gj',
           ['website', 'board', 'home'], '被征地农民', level=('county', 'township', 'village'), sub='安置方案'),
    Matter('医疗卫生', 1, '疫苗接种', '预防接种门诊信息', ['门诊地址', '接种时间', '咨询电话'],
           ['《中华人民共和国疫苗管理法》'], '实时公开', 'zf', 'sw', ['website', 'service-station', 'print'],
           freq='变更时', sub='儿童免疫'),
    Matter('政府文件', 1, '规划计划', '年度工作要点', ['文件标题', '发文字号', '正文'],
           ['《中华人民共和国政府信息公开条例》第二十条'], '自印发之日起20个工作日内', 'zf', 'dz',
           ['website', 'gazette', 'reading'], freq='每年', sub='党政综合'),
    Matter('政府文件', 2, '规划计划', '五年发展规划', ['规划文本', '解读材料'],
           ['《中华人民共和国政府信息公开条例》第二十条'], '批准之日起20个工作日内', 'zf', 'dz',
           ['website', 'reading', 'other'], freq='变更时', sub='总体规划'),
]
