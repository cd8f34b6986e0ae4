#!/bin/sh
# The main job on a copy of the example catalogue: demo.sh GK CATALOGUE
# Every step prints the command and what it did; nothing outside the scratch directory is touched.
set -eu
gk_bin=$1 catalogue=$2
here=$(mktemp -d "${TMPDIR:-/tmp}/gk-demo.XXXXXX")
bin=$here/bin
mkdir "$bin"
ln -s "$gk_bin" "$bin/gk"
PATH=$bin:$PATH
# A home of its own, so that nobody's git configuration is read or written.
export PATH HOME="$here" GIT_CONFIG_NOSYSTEM=1
printf '[user]\n\tname = 张某\n\temail = clerk@example.invalid\n[init]\n\tdefaultBranch = main\n' >"$HOME/.gitconfig"
cp -R "$catalogue" "$here/catalogue"
cd "$here/catalogue"
git init -q .
git add -A
git commit -q -m "catalogue: the example"

step() {
	printf '\n\033[1m$ %s\033[0m\n' "$*" | if [ -t 1 ]; then cat; else sed 's/\x1b\[[0-9;]*m//g'; fi
	"$@"
}

echo "A scratch copy of the example catalogue: $here/catalogue"
step gk validate
step gk add item --set unit=民政办 --set 一级事项=临时救助 --set 事项名称=临时救助审批结果 \
	--set "公开内容=救助对象姓名;救助金额;救助事由" \
	--set "分类=social-assistance" --set 事项类型=名单公示 --set 事项来源=国家标准指引 --set 清单编码=社会救助-临时救助 \
	--set "办事依据=《社会救助暂行办法》第四十七条;《社会救助暂行办法》第四十八条" \
	--set 办事职责=民政办受理、入户核实并提出意见，镇政府在授权额度内审批 \
	--set 办事条件=火灾、交通事故、突发重病等使家庭基本生活暂时出现严重困难 \
	--set "办事程序=申请;入户核实;公示;审批;发放" \
	--set 办事纪律=经办人与申请人有近亲属关系的应当回避；不得泄露申请人个人信息 \
	--set 办事结果=按月公布获得救助者的姓名和金额，不公布证件号、银行账号和病种 \
	--set 公开属性=主动公开 --set 公开时限=信息形成或者变更之日起20个工作日内 --set 公开频次=每月 \
	--set "公示期=7" --set 网上保留期限=公示期满撤下 --set "公开渠道=website;village-board" \
	--set 公开对象=全社会 --set "公开层级=乡级;村级" --set 五公开环节=结果公开
item=$(git log -1 --format=%s | sed -n 's/.*\b\([a-z][a-z0-9]*-[0-9]\{4,\}\).*/\1/p')
cat >"$here/notice.yaml" <<'NOTICE'
标题: 关于开展2026年冬季临时救助摸排的通知
内容概述: 各村于十二月十日前摸清遭遇突发困难的家庭，随报随救。
对应公开事项: [ITEM]
责任科室: 民政办
信息体裁: 通知公告
公文种类: 通知
是否行政规范性文件: 否
发文字号: 东政发[2026]31号
成文日期: 2026年11月18日
有效性: 有效
五公开环节: 执行公开
公开属性: 主动公开
正文: |
  各村：

  1. 十二月十日前入户摸排，重点是独居老人、重病户和受灾户。
  2. 发现急难情形先行救助，后补手续。
NOTICE
sed -i "s/ITEM/$item/" "$here/notice.yaml"
step gk add document --from "$here/notice.yaml"
document=$(git log -1 --format=%s | sed -n 's/.*\b\([0-9]\{4\}-[0-9]\{5,\}\).*/\1/p')
echo "New: item $item, document $document"
step gk validate
step gk clear "$document" --step first --by 张某 --post 民政办主任 --proof paper
step gk clear "$document" --step second --by 李某 --post 分管领导 --proof paper
step gk clear "$document" --step final --by 李某 --post 镇长 --proof paper
step gk clear "$document" --step secrecy --by 李某 --post 镇长 --proof paper
step gk publish --dry-run
step gk publish "$item" "$document"
step gk review-exempt
due=$(gk review-exempt --format=json | sed -n 's/.*"id": "\([^"]*\)".*/\1/p' | head -n 1)
step gk review-exempt "$due" --decide keep --by 李某 --reason "审议尚在进行，提前公开会影响公正处理"
step gk annual-report 2018 --draft --format=markdown -o "$here/report-2018.md"
step gk annual-report 2018 --draft --format=html -o "$here/report-2018.html"
step gk search 临时救助
step gk workday 2026-11-20 +20
step git log --oneline -8
cat <<END

Web site:      $here/catalogue/public/index.html
Yearly report: $here/report-2018.html
               $here/report-2018.md
The whole scratch directory can be deleted: $here
END
