#!/usr/bin/env python3
"""clerk.py PAPERS RESULT CATALOGUE: what gk read from each paper, against what a careful clerk would record of it.

PAPERS holds a .json a paper (papers.py), RESULT is what gk import --kind document --format=json printed.
"""
import collections
import glob
import json
import os
import re
import sys

import yaml

DOUBT = {'mark': '公开属性标注|此件', 'changes': '修订|tracked', 'comment': '批注|comment', 'hidden': '隐藏|hidden', 'picture': '图片|picture', 'date': '日期',
         'signature': '署名|发文机关|issuing body', 'field date': '日期'}
MARK = {'proactive': 'release', 'on-request': 'on-request', 'exempt': 'none', 'partial': 'partial', None: None}


def squash(s):
    return re.sub(r'[\s\u3000\u00a0]', '', s)


def unmark(s):
    s = re.sub(r'^#{1,6} ', '', s)
    s = re.sub(r'^[-*] ', '', s) if not s.startswith('\\') else s
    s = re.sub(r'\\(.)', r'\1', s)
    return s.replace('**', '').replace('<br>', '')


def blocks(body):
    """Paragraphs, and tables as their cells that are not empty."""
    out = []
    para = []

    def flush():
        if para:
            out.append(squash(unmark(''.join(para))))
            para.clear()
    for line in body.split('\n'):
        if re.match(r'^\|.*\|$', line):
            flush()
            if not (out and isinstance(out[-1], list)):
                out.append([])
            elif table_done:
                out.append([])
            table_done = False
            if not re.match(r'^\|( -+:? \|)+$', line):
                cells = re.split(r'(?<!\\)\|', line)[1:-1]
                out[-1] += [squash(unmark(c)) for c in cells if squash(c)]
        elif not line.strip():
            flush()
            table_done = True
        else:
            para.append(line)
    flush()
    return out


def same_organ(a, b):
    a, b = squash(a), squash(b)
    return a.endswith(b) or b.endswith(a)


def check(e, rec, remarks, units):
    bad = []
    if rec is None:
        return [] if e['refuse'] else ['refused: ' + '; '.join(remarks)]
    if e['refuse']:
        return ['not refused']
    whole = yaml.dump(rec, allow_unicode=True, width=10 ** 6)
    said = ' '.join(remarks)
    if (rec.get('title') or '') != e['title']:
        bad.append('title: %r' % rec.get('title'))
    if rec.get('form', 'none') in ('none', None) and e['form'] is None:
        pass
    elif rec.get('form') != e['form']:
        bad.append('form: %r' % rec.get('form'))
    if rec.get('number') != e['number']:
        bad.append('number: %r' % rec.get('number'))
    if str(rec.get('formed') or '') != (e['on'] or ''):
        bad.append('date: %r' % rec.get('formed'))
    by = rec.get('co-issuers') or [rec.get('issuer')]
    by = [units.get(x, x) for x in by if x]
    if len(by) != len(e['by']) and e['by'] or not all(any(same_organ(x, y) for y in by) for x in e['by']):
        bad.append('by: %r' % by)
    if e['by'] and rec.get('origin') != ('joint' if len(e['by']) > 1 else 'made' if '东园镇' in e['by'][0] else 'obtained-organ'):
        bad.append('origin: %r' % rec.get('origin'))
    mark = rec.get('mark')
    if (mark if mark != 'none' else None) != MARK[e['mark']] and not (e['mark'] == 'exempt' and mark):
        bad.append('mark: %r' % mark)
    got = blocks(rec.get('body') or '')
    flat = [''.join(x) if isinstance(x, list) else x for x in got]
    if e['to'] and squash(e['to']) not in [x.rstrip('：:') for x in flat]:
        bad.append('addressee')
    notes = [x for x in flat]
    for a in e['annexes']:
        if not any(squash(a) in x for x in notes):
            bad.append('annex: ' + a)
    at = 0
    used = set()
    for want in e['body']:
        if isinstance(want, dict):
            w = [squash(x) for x in want['table']]
            hit = [i for i in range(at, len(got)) if isinstance(got[i], list) and ''.join(got[i]) == ''.join(w)]
            if not hit:
                alike = [i for i in range(len(got)) if sorted(flat[i]) == sorted(''.join(w))]
                bad.append('table %s: %s' % ('wrong' if alike else 'lost', ' '.join(w)[:40]))
                continue
        else:
            w = squash(want)
            hit = [i for i in range(at, len(got)) if re.sub('〔注[0-9]〕', '', flat[i]) == w or (re.match('附[件表]', flat[i]) and flat[i].endswith(w))]
            if not hit:
                if any(w in x for x in flat):
                    bad.append('joined or out of order: ' + want[:30])
                    used.update(i for i, x in enumerate(flat) if w in x)
                else:
                    bad.append('lost: ' + want[:30])
                continue
        at = hit[0] + 1
        used.add(hit[0])
    signs = ''.join(squash(x) for x in e['by'])
    for i, x in enumerate(flat):
        if i in used:
            continue
        ok = (e['to'] and x.rstrip('：:') == squash(e['to']) or x in signs or same_organ(x, signs or '-') or re.match('附[件表]?[0-9：:]*', x)
              or any(squash(k) in x for k in e['kept']) or any(x in squash(a) or squash(a) in x or squash(a) in x + flat[min(i + 1, len(flat) - 1)] for a in e['annexes'])
              or re.sub('[0-9]+年[0-9]+月[0-9]+日$', '', x) in signs or re.match('^[（(]?(二零|2024-|二[〇○○0]|[0-9０-９]{4}[年.])', x) or re.match('^[（(]?(联系|代章)|^〔注', x))
        if not ok:
            bad.append('extra: ' + x[:40])
    for x in set(flat):
        if len(x) > 6 and flat.count(x) > 1 and flat.count(x) > [squash(y) for y in e['body'] if isinstance(y, str)].count(x) and x not in signs:
            bad.append('doubled: ' + x[:30])
    for k in e['kept']:
        if squash(k) not in squash(whole) + squash(said):
            bad.append('not kept: ' + k)
    for k in e['absent']:
        if squash(k) in squash(whole):
            bad.append('should be absent: ' + k)
    for d in e['doubts']:
        if not re.search(DOUBT[d], said):
            bad.append('not told: ' + d)
    if 'mark' not in e['doubts'] and e['mark'] == 'proactive' and rec.get('disclosure', {}).get('attribute') != 'proactive':
        bad.append('attribute')
    return bad


def main(exp, result, cat):
    units = {}
    for f in glob.glob(cat + '/units/*.yaml'):
        u = yaml.safe_load(open(f, encoding='utf-8'))
        units[u['id']] = u['name']
    res = {os.path.splitext(os.path.basename(f['file']))[0]: f for f in json.load(open(result, encoding='utf-8'))['files']}
    kinds = collections.Counter()
    good = n = 0
    for path in sorted(glob.glob(exp + '/*.json')):
        name = os.path.splitext(os.path.basename(path))[0]
        if name not in res:
            continue
        e = json.load(open(path, encoding='utf-8'))
        f = res[name]
        rec = None
        if f.get('id') and f['fate'] == 'added':
            rec = yaml.safe_load(open(glob.glob('%s/documents/*/*/%s.yaml' % (cat, f['id']))[0], encoding='utf-8'))
        bad = check(e, rec, f['remarks'], units)
        n += 1
        good += not bad
        for b in bad:
            kinds[b.split(':')[0]] += 1
            print('%s: %s' % (name, b))
    print('%d of %d papers as a careful clerk would record them; %d differences: %s'
          % (good, n, sum(kinds.values()), ', '.join('%s %d' % k for k in kinds.most_common())))
    return good != n


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
