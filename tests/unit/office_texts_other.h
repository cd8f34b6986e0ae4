/*
 * More lines of office texts, in other genres than those of office_texts.h: decisions, replies,
 * minutes, enrolment, forms filled in, exports of programs.
 */
#ifndef TESTS_UNIT_OFFICE_TEXTS_OTHER_H
#define TESTS_UNIT_OFFICE_TEXTS_OTHER_H

/* One template a line, however long. */
/* clang-format off */
static const char *const identity_others[] = {
	"姓 名\t{person}\n证件号\t{!id}\n村 组\t{village}",
	"\"xm\":\"{person}\",\"sfzh\":\"{!id}\",\"je\":{n}",
	"<td>{person}</td><td>{!id}</td><td>{village}</td>",
	"当事人：{person}，性别：[男|女]，民族：[汉|回]，身份证件号码：{!id}，职业：农民。",
	"关于{person}（身份证{!id}）信访事项的答复意见",
	"【{person}】{!id}【{village}】",
	"{person}、{!id}、{village}{group}、因病致贫",
	"新生入学登记：{person}，[身份证件号|身份号码]{!id}，监护人{person}",
	"死亡人员名单：{n}.{person}（{!id}）；",
	"《授权委托书》委托人：{person}；身份证号码为：{!id}。",
	"党员{person}，公民身份证号{!id}，{date}转入{village}党支部。",
	"受让方（乙方）：{person}　身份证号：{!id}　受让面积{area}",
	"{village} {person} {!id} {n}人 {money}",
	"医疗救助：{person}（证件号：{!id}）自付{money}",
	"补录：{person} 旧证{!id15} 新证待办",
	"职工{person}，身份证号：{!id15}，{year}年参保。",
};

static const char *const mobile_others[] = {
	"姓 名\t{person}\n电 话\t{!mobile}",
	"\"name\":\"{person}\",\"phone\":\"{!mobile}\"",
	"<td>{person}</td><td>{!mobile}</td>",
	"回访：{date}拨打来电人{person}{!mobile}，表示满意。",
	"关于{person}反映噪音扰民的答复：您好，我们已拨打您的电话{!mobile}核实。",
	"（签收人：{person}，{!mobile}）",
	"{village}：{person}/{!mobile}；",
	"家长{person}（手机：{!mobile}）于{date}到校。",
	"土地流转意向：{person}，{area}，有意者打电话：{!mobile}。",
	"{n}号 {person} [男|女] {!mobile} [群众|党员]",
	"{person}:{!mobile}",
	"核酸异常人员{person}，联系电话{!mobile}，已转运。",
	"报名人员{person}，[本人电话|紧急联系人电话]：{!mobile}。",
};

static const char *const card_others[] = {
	"姓 名\t{person}\n卡 号\t{!card}",
	"\"khmc\":\"{person}\",\"yhkh\":\"{!card}\"",
	"<td>{person}</td><td>{!card}</td><td>{money}</td>",
	"{person} {!card} {money} 成功",
	"退汇明细：{person}，{!card}，户名与账号不符。",
	"【{person}】邮储银行{!card}",
	"请{person}核对本人社会保障卡金融账号{!card}是否正确。",
	"工资发放：{person}，[工行|中行]卡号为{!card}，实发{money}。",
	"{village}\t{person}\t{!card}\t{area}\t{money}",
	"转账至{person}{!card}",
};

static const char *const address_others[] = {
	"姓 名\t{person}\n住 址\t{!home}",
	"<td>{person}</td><td>{!home}</td>",
	"被执行人{person}，住所地{!home}。",
	"{person}，女，现居{!home}，因火灾申请临时救助{money}。",
	"入户走访记录：{date}，走访{!home}{person}家，家中{n}口人。",
	"死者{person}，生前居住在{!home}。",
	"关于{person}住址变更的说明：由{village}迁至{!home}。",
	"廉租住房保障对象：{person}，住房坐落{!home}，建筑面积{d2}平方米。",
	"【{person}】{!home}",
	"危房户{person}房屋位于{!home}，鉴定等级D级。",
	"{person}\t[男|女]\t{!home}\t{n}",
	"监护人{person}，家庭详细地址：{!home}。",
};

static const char *const mail_others[] = {
	"姓 名\t{person}\n邮 箱\t{!mail}", "<td>{person}</td><td>{!mail}</td>",
	"{person}<{!mail}>于{date}来函。", "投稿人：{person}；{!mail}",
	"回复方式：电子邮件（{!mail}）",   "申请人{person}联系邮箱为{!mail}，请查收。",
};

static const char *const plate_others[] = {
	"姓 名\t{person}\n车 牌\t{!plate}",
	"<td>{person}</td><td>{!plate}</td>",
	"{date}，{person}驾驶{!plate}小型轿车行至{village}路段时发生事故。",
	"拖拉机登记：机主{person}，号牌号码{!plate}。",
	"以下车辆长期占用公共车位，请车主自行驶离：{!plate}。",
	"{person} {!plate} {village}",
};

static const char *const code_others[] = {
	"经营者：{person}，统一社会信用代码（注册号）：{credit}。",
	"\"qymc\":\"{company}\",\"tyshxydm\":\"{credit}\"",
	"<td>{company}</td><td>{credit}</td><td>存续</td>",
	"申请人：{company}；纳税人识别号：{credit}。",
	"社会团体登记证书 {credit} {village}老年协会",
	"金融机构编码：B00{d2}S26405{d5}；支付系统行号（联行号）：{d12}。",
	"农民专业合作社 {company} {credit} 成员出资总额{money}",
};

static const char *const document_others[] = {
	"抄送：{unit}。　　　　{unit}{date}印发（{docno}）",
	"会议传达学习{docno}、{docno}精神，研究{year}年第{n}批项目。",
	"关于印发《{year}年政务公开工作要点》的通知 {docno} {indexno}",
	"议题{n}：审议{docno}，会议原则同意，按程序报批。",
	"网民留言编号：{date8}{d6}　答复单位：{unit}",
	"提案号：第{d3}号，建议号：第{d2}号，办理类型：A类。",
	"（{year}）东政征补字第{d3}号 补偿决定，作出机关：{unit}",
};

static const char *const project_others[] = {
	"财政项目编码：{region}23T0000{d10}，支出功能分类科目：2130{d3}。",
	"[中标|成交]通知书编号：{tender}；包号：0{n}；数量：{n}批。",
	"采购计划编号：{region}0000{year}{d7}，采购方式：竞争性磋商。",
	"PPP项目库编号{d14}，[初步设计|环评]批复：{docno}。",
	"安全生产许可证：（宁）JZ安许证字〔{year}〕{d6}；资质证书编号：D2640{d5}。",
	"国库集中支付凭证号{d12}，支付申请号{year}{d14}。",
	"合同（编号：{contract}）第{n}期款{money}，发票号{d20}。",
};

static const char *const land_others[] = {
	"苏（{year}）洪泽区不动产权第{d7}号、宁（{year}）沙坡头区不动产证明第{d7}号",
	"出让公告：{parcel}，容积率≤1.{d1}，竞买保证金{money}。",
	"设施农业用地备案号：{region}{d3}{year}{d4}，地类：0{d3}。",
	"图幅号 J48G0{d5}，图斑号{d4}，举证照片{d17}。",
	"界址点J{n}（{d7}.{d3},{d8}.{d3}）至J{n}（{d7}.{d3},{d8}.{d3}）",
	"林地落界：小班号{d5}，经度10{d1}.{d6}，纬度3{d1}.{d6}。",
};

static const char *const money_others[] = {
	"本年收入合计 {bigmoney}，其中财政拨款收入 {bigmoney}。",
	"村级“三资”：货币资金{d6}.{d2}元，固定资产{bigmoney}。",
	"支付{company}工程款{bigmoney}，累计支付98.{d1}%。",
	"地区生产总值1{d2}.{d2}亿元，固定资产投资1[3|5|8]{d2}{d4}{d3}元，增长{n}%。",
	"人均可支配收入{d5}元，户均{d5}.{d2}元。",
};

static const char *const date_others[] = {
	"采集时间 {dash} 1{d1}:{d2}:{d2}.{d3}，入库时间 {date8}1{d1}{d4}",
	"自{date}起施行，有效期至{date}。",
	"报名时间：{date8} 0830-{date8} 1730",
	"下一版：V{n}.{n}.{d2}，构建于{date8}.{d4}",
	"{year}-{year}学年度，教职工{d3}人，在校生{d4}人。",
};

static const char *const phone_others[] = {
	"[窗口|大厅]电话 {landline}，网上办理：http://zwfw.nx.gov.cn/item/{d11}.html",
	"水务公司24小时服务热线{tel400}；燃气抢修{landline}",
	"{unit}党政办：{landline}；农业办：{landline}；民政办：{landline}",
	"<td>{unit}</td><td>{landline}</td>",
	"预约挂号请拨{landline}或{tel400}转{n}",
	"[邮政编码|邮编]{postcode}　传真：{landline}　网址：www.spt.gov.cn",
};

static const char *const order_others[] = {
	"物资调拨单号：DB{date8}{d6}，帐篷{n}顶。",
	"疫苗批号：{date8}A{d2}，电子监管码8{d19}。",
	"12345平台工单（{d16}）已按期办结。",
	"快递单号 75{d12}，寄件：{unit}。",
	"保单号：PDZA{year}{d14}，承保公司：{company}。",
	"交易编号：4200{d4}{date8}{d10}，缴费成功。",
	"商品条码69{d11}，抽样单编号SBJ{d4}{region}{d9}。",
};

static const char *const number_others[] = {
	"拟录用：{person}，准考证号{year}0{d7}，总成绩{d2}.{d2}。",
	"路灯杆号{d4}，配电变压器编号{d8}，电表资产号{d22}。",
	"[摇号|选房]顺序号：{d4}，登记编号：{date8}{d4}，{person}。",
	"农药登记证号PD{year}{d4}，肥料登记证：农肥准字{d4}号。",
	"村医乡村医生执业证书编号：{d15}，{person}。",
	"{person}，员工号{d8}，安全员证（宁建安C（{year}）{d7}）。",
	"畜禽养殖代码{region}{d9}，耳标号1{region}{d8}。",
	"食品生产许可证编号SC1{d2}{region}{d5}，产品标准号GB/T {d5}。",
	"医师资格证书编号{year}64110{region}{d8}",
	"书号：ISBN9787{d9}；光盘号：ISBN 978-7-88{d3}-{d3}-{d1}。",
	"党员档案编号：DY-{region}-{d6}；全国组织代码{d12}。",
	"会议录音：REC_{date8}_{d6}.mp3；照片：IMG_{date8}_{d6}{d3}.jpg",
};

static const char *const office_address_others[] = {
	"申请人可到{officeaddr}提交申请表。",
	"请当事人于{date}到{officeaddr}接受调查。",
	"来信请寄：{officeaddr}（{unit}收），邮编{postcode}。",
	"[会议地点|培训地点|听证地点]：{officeaddr}。",
	"{unit}（{officeaddr}）负责解释。",
	"<td>{unit}</td><td>{officeaddr}</td>",
	"更换{road}门牌1{d2}块，涉及{village}{n}个组。",
	"{road}与{road}交叉口向北{d3}米处[发生塌陷|设置围挡]。",
	"惠民超市{n}家，分布在{estate}、{village}；{shopaddr}门店已停业。",
	"被检查单位：{company}，地址：{shopaddr}，责令整改。",
	"{village}{group}通组道路、{n}号桥、{n}号机井维修。",
	"{estate}业主大会筹备组办公室设在{officeaddr}。",
};

static const char *const office_mail_others[] = {
	"联系我们：{govmail}",
	"<td>{unit}</td><td>{govmail}</td>",
	"投标文件发至{companymail}，逾期无效。",
	"纪检监察举报邮箱：{officepost}。",
	"{unit}电子邮箱为{officepost}，邮编{postcode}。",
	"[征集意见邮箱|意见征集邮箱]：{officepost}（{unit}）",
};

static const char *const plate_others_clean[] = {
	"设备型号：川A-{d3}型、{docno}、GB {d5}-{year}。",
	"京藏高速G6、定武高速G2012、省道S{d3}宁B段施工。",
	"[苏|鲁|豫]C区{n}号地、青A{n}栋、新B{n}号井、赣A{d1}泵站。",
	"航班CA{d4}、列车K{d4}、桂A{d2}线路。",
};

static const char *const masked_others[] = {
	"{person}（身份证后四位{d4}），手机尾号{d4}。",
	"张某，138XXXX{d4}，640502XXXXXXXX{d4}",
	"填写说明：“联系电话”填11位手机号，“身份证号”填18位。",
	"乙方（签字）：　　　　身份证号：　　　　　　　　电话：",
	"账号：************{d4}，收款人：张*",
	"住址：{village}（门牌号略）。",
};

static const char *const account_others[] = {
	"甲方：{unit}，开户银行：农业银行，银行账号：{account}，税号：{credit}。",
	"土地出让金缴入国库（账户：{unit}财政零余额账户，账号{account}）。",
	"捐款账户：沙坡头区慈善协会，账号：{account}",
	"质保金退至{company}基本账户{account}。",
};

static const char *const duty_others[] = {
	"值班表：{date} {person} {mobile}",
	"包村领导：{person}（{mobile}）；民警：{person}（{mobile}）",
	"项目负责人{person} {mobile} {privatemail}",
};

static const char *const allowed_others[] = {
	"联系我们：{ownaddr} {ownmobile}",
	"值守人员24小时在岗，{ownmobile}，{ownmail}。",
};
/* clang-format on */

#endif
