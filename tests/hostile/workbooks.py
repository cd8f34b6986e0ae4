#!/usr/bin/env python3
"""workbooks.py GK FIXTURES [KILOBYTES]: tables that nobody means well with, through gk import.

Each ends by itself in little processor time (and in the memory given: none under a sanitizer), with the status and the one line that it
should have, and writes nothing: the catalogue and git stay as they were.
"""
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib

SECONDS = 5  # of processor time; a sanitizer is slower than that in part, but not in what grows
HEAD = ['一级事项', '二级事项', '公开内容', '公开渠道', '公开时限']
WORKBOOK = ('<workbook xmlns:r="r"><sheets><sheet name="目录" sheetId="1" r:id="r1"/></sheets></workbook>')
RELS = '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
OLE = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'


def inline(ref, text):
    return '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (ref, text)


def line(row, cells):
    return '<row r="%d">%s</row>' % (row, ''.join(inline(chr(65 + i) + str(row), c) for i, c in enumerate(cells)))


def sheet(rows, behind=''):
    return '<worksheet><sheetData>%s</sheetData>%s</worksheet>' % (rows, behind)


GOOD = line(1, HEAD) + line(2, ['救助', '甲', '名单', '网站', '每年'])


def book(path, content, extra=(), strings=None):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED, compresslevel=1) as z:
        z.writestr('xl/workbook.xml', WORKBOOK)
        z.writestr('xl/_rels/workbook.xml.rels', RELS)
        if strings:
            z.writestr('xl/sharedStrings.xml', strings)
        for name, data in extra:
            z.writestr(name, data)
        with z.open('xl/worksheets/sheet1.xml', 'w', force_zip64=False) as f:
            for part in content if isinstance(content, list) else [content]:
                f.write(part.encode() if isinstance(part, str) else part)


def raw(data):
    def make(path):
        with open(path, 'wb') as f:
            f.write(data if isinstance(data, bytes) else data.encode())
    return make


def made(content, **more):
    return lambda path: book(path, content, **more)


def truncated(path):
    book(path, sheet(GOOD))
    data = open(path, 'rb').read()
    raw(data[:len(data) * 2 // 3])(path)


def bomb(path):
    book(path, [sheet(GOOD)] + [b' ' * (1 << 20)] * 250)


def entities():
    lines = ['<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">']
    for old, new in zip('abcdefgh', 'bcdefghi'):
        lines.append('<!ENTITY %s "%s">' % (new, ('&%s;' % old) * 10))
    return ''.join(lines) + ']>'


def long_text(path):
    book(path, ['<worksheet><sheetData>' + line(1, HEAD) + '<row r="2"><c r="A2" t="inlineStr"><is><t>'] +
         ['字'.encode() * 350000] * 100 + ['</t></is></c></row></sheetData></worksheet>'])


def csv(*rows):
    return raw('\n'.join(','.join(r) for r in rows) + '\n')


def many(n, text):
    return '"%s"' % ''.join(text % i for i in range(n))


# name of the file, what it is, statuses, text of the line on standard error, how it is made
CASES = [
    ('bomb.xlsx', 'a sheet of 250 MB in 250 kB', {3}, 'too large', bomb),
    ('cut.xlsx', 'an archive cut short', {3}, 'damaged', truncated),
    ('up.xlsx', 'names that lead out', {0, 3}, '', made(sheet(GOOD), extra=[('../../../evil.txt', 'x'), ('/evil.txt', 'x')])),
    ('entities.xlsx', 'entities of entities in a sheet', {3}, 'damaged', made(entities() + sheet(line(1, HEAD) + line(2, ['&i;', '甲'])))),
    ('shared.xlsx', 'entities of entities in shared texts', {3}, 'damaged',
     made(sheet(GOOD), strings=entities() + '<sst><si><t>&i;</t></si></sst>')),
    ('deep.xlsx', 'a million elements in one another', {3}, 'deeper', made('<a>' * 1000000)),
    ('rows.xlsx', 'a million rows without cells', {0}, '', made(sheet(GOOD + ''.join('<row r="%d"/>' % r for r in range(3, 1000003))))),
    ('merged.xlsx', 'one merged range over all there can be', {0, 1, 2}, '',
     made(sheet(GOOD, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'))),
    ('ranges.xlsx', 'a hundred thousand merged ranges on each other', {0, 1, 2}, '',
     made(sheet(GOOD, '<mergeCells>' + '<mergeCell ref="A1:XFD1048576"/>' * 100000 + '</mergeCells>'))),
    ('beyond.xlsx', 'cells beyond the last column and row', {0, 1, 2, 3}, '',
     made(sheet(GOOD + '<row r="99999999999"><c r="XFE1"><v>1</v></c><c r="A1048577"><v>1</v></c><c r="AAAAAAAAAA1"><v>1</v></c></row>'))),
    ('far.xlsx', 'a cell in the last column', {3}, '512', made(sheet(GOOD + '<row r="3">' + inline('XFD3', '远') + '</row>'))),
    ('index.xlsx', 'shared texts that are not there', {0}, '',
     made(sheet(GOOD + '<row r="3"><c r="A3" t="s"><v>4294967296</v></c><c r="B3" t="s"><v>-1</v></c></row>'))),
    ('long.xlsx', 'a text of 100 MB', {3}, 'too large', long_text),
    ('secret.xlsx', 'an encrypted workbook', {3}, 'password',
     raw(OLE + b'\0' * 504 + 'EncryptedPackage'.encode('utf-16-le') + b'\0' * 512)),
    ('old.xls', 'a workbook of the old kind', {3}, '.xlsx', raw(OLE + b'\0' * 2040)),
    ('page.xls', 'a page that is called a workbook', {3}, 'web page', raw('<html><table><tr><td>一级事项</td></tr></table></html>')),
    ('nul.csv', 'a CSV file with NULs', {0, 1, 2, 3}, '', raw('一级事项,二级事项\n救\0助,甲\0\n')),
    ('wide.csv', 'a hundred thousand columns', {3}, '512', raw('一级事项,二级事项' + ',甲' * 100000 + '\n')),
    ('open.csv', 'a quotation that never ends', {0, 1, 2, 3}, '', raw('一级事项,二级事项\n救助,"' + '甲\n' * 2000000)),
    ('bytes.csv', 'bytes of no character set', {3}, '', raw(bytes(range(128, 256)) * 1000)),
    ('nothing.xlsx', 'a file without bytes', {3}, 'empty', raw(b'')),
    ('entries.csv', 'a cell of a hundred thousand entries', {0, 1, 2, 3}, '',
     csv(HEAD[:3], ['救助', '甲', many(100000, '第%d项；')])),
    ('boxes.csv', 'a cell of a hundred thousand boxes', {0, 1, 2, 3}, '',
     csv(HEAD[:4], ['救助', '甲', '名单', many(100000, '■网%d')])),
    ('brackets.csv', 'a cell of brackets and boxes', {0, 1, 2, 3}, '',
     csv(HEAD[:4], ['救助', '甲', '名单', '其他（' * 100000])),
    ('heads.csv', 'a head in every third row', {0, 1, 2, 3}, '',
     csv(*[r for i in range(1500) for r in (HEAD, ['救助', '第%d' % i, '名单', '网站', '每年'], [''])])),
    ('words.csv', 'a head of 500 columns, each word of its own, and below', {0, 1, 2, 3}, '',
     csv(*[HEAD + ['办理第%d栏' % c for c in range(500)]] + [['救助', '第%d' % r, '名单', '网站', '每年'] + ['x'] * 500 for r in range(50)])),
    ('one.csv', 'one matter in four thousand rows', {0, 1, 2, 3}, '', csv(HEAD[:2], *[['救助', '甲']] * 4000)),
    ('more.csv', 'a matter that goes on for thirty thousand rows', {0, 1, 2, 3}, '',
     csv(HEAD[:3], ['救助', '甲', '名单'], *[['', '', '第%d项' % i] for i in range(30000)])),
]


class Check:
    def __init__(self, gk, mini, memory, work):
        self.gk, self.memory, self.work, self.failed = gk, memory, work, 0
        self.tree = os.path.join(work, 'c')
        self.env = dict(os.environ, HOME=work, LC_ALL='en_US.UTF-8', LANGUAGE='', GK_TODAY='2026-07-04', GK_FSYNC='0')
        shutil.copytree(mini, self.tree)
        subprocess.run('git init -q && git config user.name t && git config user.email t@example.com && git add -A && '
                       'git commit -qm start', shell=True, cwd=self.tree, env=self.env, check=True)
        self.before = self.state()

    def state(self):
        """All names outside .git, what git says of them, and where HEAD is."""
        names = sorted(os.path.join(d, f) for d, _, fs in os.walk(self.work) if '/.git' not in d for f in fs if not d.endswith('/in'))
        git = subprocess.run('git status --porcelain; git rev-parse HEAD', shell=True, cwd=self.tree, env=self.env, capture_output=True)
        return names, git.stdout

    def limit(self):
        if self.memory:
            resource.setrlimit(resource.RLIMIT_AS, (self.memory * 1024, -1))

    def run(self, name, title, statuses, text, path):
        extra = [] if statuses <= {2, 3} else ['--dry-run']
        start = resource.getrusage(resource.RUSAGE_CHILDREN)
        try:
            done = subprocess.run([self.gk, 'import', '--unit', 'dz', *extra, path], cwd=self.tree, env=self.env,
                                  preexec_fn=self.limit, capture_output=True, timeout=120)
            status, err = done.returncode, done.stderr.decode(errors='replace')
        except subprocess.TimeoutExpired:
            status, err = -1, 'no end'
        end = resource.getrusage(resource.RUSAGE_CHILDREN)
        took = end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime
        said = [part for part in err.split('\n') if part and not part.startswith('    ')]
        wrong = []
        if status not in statuses:
            wrong.append('status %d' % status)
        if len(said) != 1 or not any(word in err for word in text.split('|')):
            wrong.append('said %r' % err[:300])
        if took > SECONDS * (4 if not self.memory else 1):
            wrong.append('%.1f s' % took)
        if self.state() != self.before:
            wrong.append('something was written')
        if wrong or os.environ.get('VERBOSE'):
            print('%s %s (%s): %s; %.1f s; %s' % ('FAILED' if wrong else 'ok', title, name, ', '.join(wrong), took, err[:160].strip()))
        self.failed += bool(wrong)


def main():
    gk, mini = os.path.realpath(sys.argv[1]), os.path.join(os.path.realpath(sys.argv[2]), 'mini')
    work = tempfile.mkdtemp()
    try:
        os.mkdir(os.path.join(work, 'in'))
        check = Check(gk, mini, int(sys.argv[3]) if len(sys.argv) > 3 else 0, work)
        for name, title, statuses, text, make in CASES:
            path = os.path.join(work, 'in', name)
            make(path)
            check.run(name, title, statuses, text, path)
            os.remove(path)
        path = os.path.join(work, 'in', 'pipe.xlsx')
        os.mkfifo(path)
        check.run('pipe.xlsx', 'a pipe', {3}, '', path)
        os.mkdir(os.path.join(work, 'in', 'folder.xlsx'))
        check.run('folder.xlsx', 'a folder', {2, 3}, '', os.path.join(work, 'in', 'folder.xlsx'))
        check.run('absent.xlsx', 'a file that is not there', {2, 3}, '', os.path.join(work, 'in', 'absent.xlsx'))
        print('%d cases, %d failed' % (len(CASES) + 3, check.failed))
    finally:
        shutil.rmtree(work)
    return 1 if check.failed else 0


sys.exit(main())
