#!/bin/sh
# A made catalogue of COUNT records without faults: make-catalogue.sh DIRECTORY COUNT [ITEMS]
# Nine documents to one item (or as many items as said), about 1.8 kB each, in a git repository with one commit.
set -eu
dir=$1 count=$2 items=${3:-$(($2 / 10 + 1))}
fixtures=$(realpath "$(dirname "$0")/../fixtures")
mkdir -p "$dir"
cp -R "$fixtures/mini/." "$dir"
rm -rf "$dir/documents" "$dir/items"
cd "$dir"
# What is older than that is not judged by the day on which it came out.
sed -i 's/^since:.*/since: 2019-01-01/' catalogue.yaml
awk -v count="$count" -v items="$items" '
function mkdirs(path) { if (!(path in made)) { made[path] = 1; list = list " " path } }
BEGIN {
	for (i = 1; i <= items; i++) mkdirs("items/dz")
	for (i = 0; i <= int((count - items) / 1000); i++) mkdirs(sprintf("documents/2018/%02d", i))
	system("mkdir -p" list)
	for (i = 1; i <= items; i++) {
		file = sprintf("items/dz/dz-%04d.yaml", i)
		printf "id: dz-%04d\ngroup: 第%d类事项\ntitle: 第%d号工作事项\ncategories: [plans]\nunit: dz\nsubject: zf\nsource: local\n", i, i % 97, i > file
		printf "nature: policy\ncontent: [第%d号事项的工作安排, 办理情况, 完成情况和下一步打算]\nelements:\n", i > file
		printf "  basis: [《中华人民共和国政府信息公开条例》第二十条, 东政发〔2018〕%d号]\n", i > file
		printf "  duty: 党政办公室负责第%d号事项信息的拟制、审查和更新，并对公开内容的准确性负责\n", i > file
		printf "  conditions: [第%d号事项的工作安排印发后公开, 办理情况有变化的及时更新]\n", i > file
		printf "  procedure: [党政办公室拟制, 分管领导审查, 主要领导签发, 在网站公开, 有变化的更新]\n" > file
		printf "  discipline: 先审查后公开，不得公开个人隐私和商业秘密，监督电话以网站公布的为准\n" > file
		printf "  result: 第%d号事项的信息在网站专栏长期可以查阅，有疑问的可以向党政办公室咨询\n", i > file
		printf "disclosure: {attribute: proactive}\nlimit: 信息形成或者变更之日起20个工作日内\nfrequency: on-change\nretain: {until: permanent}\n" > file
		printf "channels: [website, village-board]\naudience: all\nlevel: [township]\nstage: execution\nstate: {value: in-use}\ncreated: 2018-01-02\n" > file
		close(file)
	}
	for (i = 1; i <= count - items; i++) {
		file = sprintf("documents/2018/%02d/2018-%05d.yaml", int(i / 1000), i)
		printf "id: 2018-%05d\ntitle: 关于做好第%d号工作的通知\nsummary: 安排第%d号工作的任务分工、时间要求和报送办法。\n", i, i, i > file
		printf "items: [dz-%04d]\nunit: dz\nissuer: zf\norigin: made\ntype: notice\nform: 通知\nnormative: {is: \"no\"}\n", i % items + 1 > file
		printf "number: 东政发〔2018〕%d号\nformed: 2018-%02d-%02d\nforce: in-force\nstage: execution\ndisclosure: {attribute: proactive}\n", i, i % 12 + 1, i % 28 + 1 > file
		printf "body: |\n  各村、各办（队、中心）：\n\n  为做好第%d号工作，现将有关事项通知如下。\n\n", i > file
		for (k = 1; k <= 8; k++)
			printf "  %d. 各责任单位要在规定时间内完成第%d项任务，明确责任人员，建立工作台账，按月报送进展情况；工作中的问题要及时报告镇党政办公室，涉及群众切身利益的事项要先听取意见。\n", k, i * 8 + k > file
		printf "\n  联系人和联系方式以镇政府网站公布的为准。\ncreated: 2018-%02d-%02d\n", i % 12 + 1, i % 28 + 1 > file
		close(file)
	}
}'
git init -q .
git add -A
git -c user.name=bench -c user.email=bench@example.invalid -c gc.auto=0 commit -q -m "catalogue: made"
