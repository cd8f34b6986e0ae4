"""Papers in OFD, each line at its place on a page of 28 characters a line and 22 lines (GB/T 9704-2012 5.2.1)."""
import re
import zipfile
from xml.sax.saxutils import escape

from papers import E, layout

SIZE = 5.64      # millimetres of a character
LEFT, TOP, PITCH = 28.0, 37.0, 10.2
LINE, LINES = 28, 22
NO_START = '，。；：、）》”'


def wide(text):
    return sum(0.5 if x.isdigit() else 1 for x in text)


def fitting(text, room):
    """Characters of a text that a line has room for; what may not begin a line hangs over."""
    n = 0
    while n < len(text) and wide(text[:n + 1]) <= room:
        n += 1
    return n + (n < len(text) and text[n] in NO_START)


class Pages:
    def __init__(self):
        self.pages = [[]]

    def line(self, text, at=0.0):
        if len(self.pages[-1]) == LINES:
            self.pages.append([])
        self.pages[-1].append((text, at))

    def left(self, text):
        self.line(text)

    def centre(self, *texts):
        for x in texts:
            self.line(x, (LINE - wide(x)) / 2)

    def right(self, text, blanks=4):
        self.line(text, LINE - blanks - wide(text))

    def para(self, *texts):
        for x in texts:
            at, room = 2, LINE - 2
            while x:
                n = fitting(x, room)
                self.line(x[:n], at)
                x, at, room = x[n:], 0, LINE

    def page(self):
        self.pages.append([])

    def save(self, path):
        head = '<?xml version="1.0" encoding="UTF-8"?>'
        ns = 'xmlns:ofd="http://www.ofdspec.org/2016"'
        parts = {'OFD.xml': '%s<ofd:OFD %s><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>' % (head, ns),
                 'Doc_0/Document.xml': '%s<ofd:Document %s/>' % (head, ns)}
        for n, page in enumerate(self.pages):
            out = []
            for k, (text, at) in enumerate(page + [('— %d —' % (n + 1), 11.0)]):
                x, y = LEFT + at * SIZE, TOP + (k if k < len(page) else LINES) * PITCH
                # Digits are of another font: an object of their own, whose box begins lower.
                for piece in re.findall('[0-9]+|[^0-9]+', text):
                    width = wide(piece) * SIZE
                    lower = 0.9 if piece[0].isdigit() else 0
                    out.append('<ofd:TextObject Boundary="%.2f %.2f %.2f %.2f" Size="%.2f"><ofd:TextCode X="0" Y="%.2f">%s</ofd:TextCode></ofd:TextObject>'
                               % (x, y + lower, width, SIZE, SIZE, 4.8 - lower, escape(piece)))
                    x += width
            parts['Doc_0/Pages/Page_%d/Content.xml' % n] = '%s<ofd:Page %s><ofd:Content><ofd:Layer>%s</ofd:Layer></ofd:Content></ofd:Page>' % (head, ns, ''.join(out))
        with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
            for name, data in parts.items():
                z.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


@layout
def o01_notice():
    """A notice of one page: paragraphs over several lines, title over two."""
    w = Pages()
    w.left('特急')
    w.centre('东园镇人民政府文件', '东政发〔2024〕66号')
    w.centre('东园镇人民政府关于进一步加强', '农村消防安全工作的通知')
    w.left('各村民委员会，镇直各单位，辖区各企业：')
    b = ['为深刻吸取近期火灾事故教训，进一步加强全镇农村消防安全工作，切实保障人民群众生命财产安全，现就有关事项通知如下：',
         '一、压实消防安全责任', '各村要明确消防安全管理人，建立志愿消防队伍，每月至少组织1次巡查，每季度至少开展1次演练，巡查和演练情况应当留存记录备查。',
         '二、加强重点部位管理', '（一）加强对“三合一”场所、农家乐、小作坊等场所的检查，2024年6月30日前完成一轮排查，发现隐患的限期整改。',
         '（二）及时清理柴草垛、垃圾堆，保持消防通道畅通。']
    w.para(*b)
    w.right('东园镇人民政府')
    w.right('2024年5月6日')
    w.para('（此件公开发布）')
    return w, E('东园镇人民政府关于进一步加强农村消防安全工作的通知', '通知', b, number='东政发〔2024〕66号', to='各村民委员会，镇直各单位，辖区各企业',
                by=['东园镇人民政府'], on='2024-05-06', mark='proactive', kept=['特急'])


@layout
def o02_pages():
    """Paragraphs go on over the edge of a page; the plan that is sent out begins a page."""
    w = Pages()
    w.centre('东园镇人民政府办公室文件', '东政办发〔2024〕25号')
    w.centre('东园镇人民政府办公室关于印发《东园镇', '“散乱污”企业整治工作方案》的通知')
    w.left('各村，镇直有关单位：')
    b = ['现将《东园镇“散乱污”企业整治工作方案》印发给你们，请结合实际，认真抓好贯彻落实。']
    w.para(*b)
    w.right('东园镇人民政府办公室')
    w.right('2024年5月6日')
    w.para('（此件公开发布）')
    w.page()
    w.centre('东园镇“散乱污”企业整治工作方案')
    c = ['为打好污染防治攻坚战，促进产业结构优化升级，根据上级部署，结合我镇实际，制定本方案。', '一、工作目标',
         '2024年年底前，完成全镇“散乱污”企业排查整治，实现动态清零，建立长效监管机制。', '二、整治范围', '不符合产业政策、未办理相关审批手续、污染物不能稳定达标排放的企业和作坊。', '三、工作步骤']
    c += ['（%s）第%s阶段。对照清单逐户核查，逐户建立档案，明确整治措施、责任单位和完成时限，实行台账管理，整治一户、验收一户、销号一户，确保不留死角、不出现反弹。' % (x, x) for x in '一二三四']
    w.para(*c)
    return w, E('东园镇人民政府办公室关于印发《东园镇“散乱污”企业整治工作方案》的通知', '通知', b + ['东园镇“散乱污”企业整治工作方案'] + c,
                number='东政办发〔2024〕25号', to='各村，镇直有关单位', by=['东园镇人民政府办公室'], on='2024-05-06', mark='proactive')
