"""Writes .docx files as Word and WPS write them: runs split, fonts by name, fields, boxes."""
import random
import re
import zipfile
from xml.sax.saxutils import escape

NS = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
      'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
      'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
      'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
      'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
      'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
      'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
      'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FANG, KAI, HEI, SONG, TITLE = ('仿宋_GB2312', '楷体_GB2312', '黑体', '宋体', '方正小标宋简体')
PNG = bytes.fromhex('89504e470d0a1a0a0000000d4948445200000001000000010806000000'
                    '1f15c4890000000d49444154789c6360606060000000050001a5f64540'
                    '0000000049454e44ae426082')


def rpr(font=FANG, size=32, bold=False, color=None, extra=''):
    return ('<w:rPr><w:rFonts w:ascii="{0}" w:eastAsia="{0}" w:hAnsi="{0}" w:hint="eastAsia"/>{1}{2}'
            '<w:sz w:val="{3}"/><w:szCs w:val="{3}"/>{4}</w:rPr>').format(
                font, '<w:b/>' if bold else '',
                '<w:color w:val="%s"/>' % color if color else '', size, extra)


def t(text):
    """A text: a tab and a soft break are elements of their own."""
    out = []
    for part in re.split('([\t\n])', text):
        if part == '\t':
            out.append('<w:tab/>')
        elif part == '\n':
            out.append('<w:br/>')
        elif part:
            out.append('<w:t xml:space="preserve">%s</w:t>' % escape(part))
    return ''.join(out)


def run(text, rng=None, **kw):
    """Runs of one look; Word splits them where digits meet characters."""
    parts = [text]
    if rng:
        parts = [x for x in re.split('([0-9A-Za-z.]+)', text) if x]
        cut = []
        for part in parts:
            if len(part) > 12 and rng.random() < .3:
                at = rng.randrange(3, len(part) - 3)
                cut += [part[:at], part[at:]]
            else:
                cut.append(part)
        parts = cut
    return ''.join('<w:r>%s%s</w:r>' % (rpr(**kw), t(p)) for p in parts)


class Word:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.body = []
        self.rels = []
        self.files = {}
        self.notes = []
        self.comments = []
        self.nums = []
        self.sect = ''
        self.styles = True

    # paragraphs -------------------------------------------------------------
    def p(self, text='', align=None, indent=0, style=None, num=None, xml=None, outline=None,
          brk=False, ppr='', to=None, **kw):
        pr = ''
        if style:
            pr += '<w:pStyle w:val="%s"/>' % style
        if brk:
            pr += '<w:pageBreakBefore/>'
        if num:
            pr += '<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>' % (num[1], num[0])
        pr += ppr + '<w:spacing w:line="560" w:lineRule="exact"/>'
        if indent:
            pr += '<w:ind w:firstLineChars="%d" w:firstLine="%d"/>' % (indent * 100, indent * 320)
        if align:
            pr += '<w:jc w:val="%s"/>' % align
        if outline is not None:
            pr += '<w:outlineLvl w:val="%d"/>' % outline
        inner = xml if xml is not None else (run(text, self.rng, **kw) if text else '')
        rsid = '%08X' % self.rng.randrange(1 << 24)
        s = '<w:p w:rsidR="%s" w:rsidRDefault="%s"><w:pPr>%s%s</w:pPr>%s</w:p>' % (
            rsid, rsid, pr, rpr(**kw), inner)
        (self.body if to is None else to).append(s)
        return s

    def text(self, *paras, indent=2, **kw):
        for x in paras:
            self.p(x, indent=indent, **kw)

    def pagebreak(self):
        self.body.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')

    def section(self, landscape=False):
        """The end of a section: the properties stand in a paragraph's."""
        size = ('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if landscape
                else '<w:pgSz w:w="11906" w:h="16838"/>')
        self.body.append('<w:p><w:pPr><w:sectPr><w:type w:val="nextPage"/>%s</w:sectPr></w:pPr></w:p>' % size)

    # tables -----------------------------------------------------------------
    def tbl(self, rows, borders=True, to=None):
        """A cell is a text, a list of paragraphs' XML, or (cell, {span, merge})."""
        b = '<w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders>' if borders else ''
        out = ['<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>%s</w:tblPr><w:tblGrid/>' % b]
        for row in rows:
            out.append('<w:tr>')
            for cell in row:
                opt = {}
                if isinstance(cell, tuple):
                    cell, opt = cell
                pr = '<w:tcW w:w="2000" w:type="dxa"/>'
                if opt.get('span'):
                    pr += '<w:gridSpan w:val="%d"/>' % opt['span']
                if opt.get('merge'):
                    pr += ('<w:vMerge w:val="restart"/>' if opt['merge'] == 'restart' else '<w:vMerge/>')
                if isinstance(cell, list):
                    inner = ''.join(cell)
                else:
                    inner = ''.join('<w:p><w:pPr><w:jc w:val="center"/></w:pPr>%s</w:p>'
                                    % (run(x, self.rng, size=24, font=SONG) if x else '')
                                    for x in cell.split('\n'))
                out.append('<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>' % (pr, inner))
            out.append('</w:tr>')
        out.append('</w:tbl>')
        (self.body if to is None else to).append(''.join(out))
        return ''.join(out)

    # numbering --------------------------------------------------------------
    def list(self, levels, start=None):
        """A list of its own; levels is [(numFmt, lvlText)]. Its number is returned."""
        self.nums.append((levels, start))
        return len(self.nums)

    def list_again(self, abstract, start):
        """Another list of the same look that begins anew."""
        self.nums.append((abstract, start))
        return len(self.nums)

    # parts ------------------------------------------------------------------
    def rel(self, kind, target, data=None, mode=''):
        rid = 'rId%d' % (len(self.rels) + 100)
        self.rels.append((rid, kind, target, mode))
        if data is not None:
            self.files['word/' + target] = data
        return rid

    def image(self):
        n = len([f for f in self.files if 'media' in f]) + 1
        rid = self.rel('image', 'media/image%d.png' % n, PNG)
        return ('<w:r><w:drawing><wp:inline><wp:extent cx="990000" cy="792000"/><wp:docPr id="%d" name="图片 %d" descr="微信图片"/>'
                '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
                '<pic:nvPicPr><pic:cNvPr id="0" name="a.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="%s"/></pic:blipFill>'
                '<pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>') % (n, n, rid)

    def box(self, paras):
        """A text box as Word writes it: once for new, once for old programs."""
        inner = '<w:txbxContent>%s</w:txbxContent>' % ''.join(paras)
        return ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="9" name="文本框 2"/>'
                '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>%s'
                '</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>'
                '<v:shape><v:textbox>%s</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>') % (inner, inner)

    def footnote(self, text):
        self.notes.append(text)
        return '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>' % (len(self.notes) + 1)

    def comment(self, text, inner):
        n = len(self.comments)
        self.comments.append(text)
        return ('<w:commentRangeStart w:id="{0}"/>{1}<w:commentRangeEnd w:id="{0}"/>'
                '<w:r><w:commentReference w:id="{0}"/></w:r>').format(n, inner)

    def ins(self, text, **kw):
        return '<w:ins w:id="1" w:author="u" w:date="2024-01-01T00:00:00Z">%s</w:ins>' % run(text, **kw)

    def dele(self, text, **kw):
        return ('<w:del w:id="2" w:author="u" w:date="2024-01-01T00:00:00Z"><w:r>%s<w:delText xml:space="preserve">%s</w:delText></w:r></w:del>'
                % (rpr(**kw), escape(text)))

    def field(self, instr, shown, **kw):
        r = '<w:r>%s' % rpr(**kw)
        return (r + '<w:fldChar w:fldCharType="begin"/></w:r>' + r + '<w:instrText xml:space="preserve"> %s </w:instrText></w:r>' % escape(instr)
                + r + '<w:fldChar w:fldCharType="separate"/></w:r>' + r + t(shown) + '</w:r>' + r + '<w:fldChar w:fldCharType="end"/></w:r>')

    def pagefoot(self):
        """Page numbers as the standard has them, odd and even."""
        for kind in ('default', 'even'):
            foot = (HEAD + '<w:ftr %s><w:p><w:r><w:t>— </w:t></w:r>%s<w:r><w:t> —</w:t></w:r></w:p></w:ftr>' % (NS, self.field('PAGE', '1')))
            rid = self.rel('footer', 'footer%s.xml' % kind, foot)
            self.sect += '<w:footerReference w:type="%s" r:id="%s"/>' % (kind, rid)

    def pagehead(self, text):
        rid = self.rel('header', 'header1.xml', HEAD + '<w:hdr %s><w:p>%s</w:p></w:hdr>' % (NS, run(text)))
        self.sect += '<w:headerReference w:type="default" r:id="%s"/>' % rid

    # the file ---------------------------------------------------------------
    def numbering(self):
        out = [HEAD, '<w:numbering %s>' % NS]
        for i, (levels, _) in enumerate(self.nums):
            out.append('<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="multilevel"/>' % i)
            for n, (fmt, txt) in enumerate(levels):
                out.append('<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/></w:lvl>' % (n, fmt, txt))
            out.append('</w:abstractNum>')
        for i, (_, start) in enumerate(self.nums):
            over = ''
            if start:
                over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="%d"/></w:lvlOverride>' % start
            out.append('<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>%s</w:num>' % (i + 1, i, over))
        return ''.join(out) + '</w:numbering>'

    def styles_xml(self):
        out = [HEAD, '<w:styles %s><w:docDefaults/>' % NS,
               '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>']
        for sid, name, lvl in (('1', 'heading 1', 0), ('2', 'heading 2', 1), ('3', 'heading 3', 2)):
            out.append('<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="a"/><w:pPr>'
                       '<w:outlineLvl w:val="%d"/></w:pPr></w:style>' % (sid, name, lvl))
        for sid, name in (('a3', 'Title'), ('a4', 'Body Text'), ('a5', 'Body Text Indent'), ('a6', 'Date'), ('a7', 'List Paragraph'),
                          ('10', 'toc 1'), ('20', 'toc 2'), ('a8', 'footnote text')):
            out.append('<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="a"/></w:style>' % (sid, name))
        return ''.join(out) + '</w:styles>'

    def save(self, path):
        if self.nums:
            self.rel('numbering', 'numbering.xml', self.numbering())
        if self.styles:
            self.rel('styles', 'styles.xml', self.styles_xml())
        if self.notes:
            fn = ''.join('<w:footnote w:id="%d"><w:p><w:r><w:footnoteRef/></w:r>%s</w:p></w:footnote>' % (i + 2, run(x, size=18))
                         for i, x in enumerate(self.notes))
            self.rel('footnotes', 'footnotes.xml', HEAD + '<w:footnotes %s><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>%s</w:footnotes>' % (NS, fn))
        if self.comments:
            c = ''.join('<w:comment w:id="%d" w:author="u"><w:p>%s</w:p></w:comment>' % (i, run(x)) for i, x in enumerate(self.comments))
            self.rel('comments', 'comments.xml', HEAD + '<w:comments %s>%s</w:comments>' % (NS, c))
        base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        rels = HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + ''.join(
            '<Relationship Id="%s" Type="%s%s" Target="%s"%s/>' % (i, base, k, tg, m) for i, k, tg, m in self.rels) + '</Relationships>'
        doc = (HEAD + '<w:document %s><w:body>' % NS + ''.join(self.body)
               + '<w:sectPr>%s<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/></w:sectPr></w:body></w:document>' % self.sect)
        types = {'document': 'document.main', 'styles': 'styles', 'numbering': 'numbering', 'footnotes': 'footnotes', 'comments': 'comments'}
        ct = (HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
              '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>')
        names = {'document.xml'} | {n[5:] for n in self.files}
        for n in sorted(names):
            kind = types.get(n[:-4]) or ('footer' if n.startswith('footer') and 'notes' not in n else 'header' if n.startswith('header') else None)
            if n.endswith('.xml') and kind:
                ct += '<Override PartName="/word/%s" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"/>' % (n, kind)
        ct += '</Types>'
        parts = {'[Content_Types].xml': ct,
                 '_rels/.rels': HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%sofficeDocument" Target="word/document.xml"/></Relationships>' % base,
                 'word/document.xml': doc, 'word/_rels/document.xml.rels': rels}
        parts.update(self.files)
        with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
            for name, data in parts.items():
                z.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
