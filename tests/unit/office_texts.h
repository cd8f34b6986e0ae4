/*
 * Lines of office texts: notices, lists, letters, minutes, bid and land announcements.
 *
 * A template holds {slot}, a value drawn by chance, {!slot}, a personal value that must be found,
 * and [this|that], one of several wordings.
 */
#ifndef TESTS_UNIT_OFFICE_TEXTS_H
#define TESTS_UNIT_OFFICE_TEXTS_H

#include "law/personal.h"

struct line_class {
	const char *name;
	const char *const *templates;
	bool contacts; /* the record says persons: duty */
	bool allowed;  /* the catalogue allows the office's own numbers */
};

/* One template a line, however long. */
/* clang-format off */
static const char *const identity_lines[] = {
	"{n}，{person}，[男|女]，身份证号[码|]：{!id}，{village}{group}，[低保|特困|五保]。",
	"{n},{person},{!id},{village},{money}",
	"{n}\t{person}\t{!id}\t{village}\t{money}",
	"| {n} | {person} | {!id} | {village} | {money} |",
	"申请人{person}（公民身份号码{!id}），因家庭困难申请临时救助。",
	"被征收人：{person}，身份证：{!id}，被征收土地{area}。",
	"经查，{person}（{!id}）名下有机动车一辆，不符合[低保|公租房]条件。",
	"兹有我村村民{person}，[证件号码|身份证号码]{!id}，系{village}常住人口，特此证明。",
	"委托代理人：{person}　[公民身份证号码|身份证号]：{!id}　代理权限：一般代理",
	"法定代表人{person}，居民身份证{!id}，统一社会信用代码{credit}。",
	"户主{person}{!id}，家庭人口{n}人，享受人口{n}人，月保障金{money}。",
	"罹难人员信息：{person}，{!id}，{village}人。",
	"合同乙方：{person}，身份证号{!id}，承包{village}集体土地{area}，期限{n}年。",
	"姓名：{person} 性别：[男|女] 身份证号：{!id} 所在村：{village}",
	"持证人 {person}，残疾人证号{!id}43，[肢体|视力]残疾。",
	"身份证号{!id15}（一代证）的{person}，请尽快到{place}换领新证。",
	"{person}，老身份证号码：{!id15}，档案中登记为{village}人。",
	"{n}、{person}，身份证{!id15}，核定补助{money}；",
	"参保人员{person}（身份证号{!id15}）缴费记录与系统不符。",
};

static const char *const mobile_lines[] = {
	"联系人：{person}，[联系电话|电话|手机]：{!mobile}。",
	"{n},{person},{village},{!mobile},{money}",
	"{n}　{person}　{!mobile}　{village}{group}",
	"| {person} | {!mobile} | {village} | {area} |",
	"{person}同志（{!mobile}）反映{village}自来水管破裂一事，已转{unit}办理。",
	"来信人电话{!mobile}，要求公开{village}征地补偿明细。",
	"如有异议，请与村民{person}联系，[手机号|手机号码|移动电话]{!mobile}[，微信同号|]。",
	"农户{person}，家庭人口{n}人，种植面积{area}，电话+86 {!mobile}。",
	"户主：{person}；联系方式：86-{!mobile}；补贴金额：{money}",
	"遗失声明：拾到者请致电失主{person}，{!mobile}，必有重谢。",
	"脱贫户{person}{!mobile}，帮扶责任人{person}，年收入{money}。",
	"{n}. {person}（{village}{group}），手机{!mobile}，[危房改造|厕所改造]，补助{money}。",
	"申请人{person}，通讯地址{village}，联系电话（手机）：{!mobile}，邮编{postcode}。",
	"会上群众代表{person}（电话{!mobile}）提出，{village}排水沟淤塞影响出行。",
	"村医{person}请{date}前把药品需求发短信到{!mobile}。",
};

static const char *const card_lines[] = {
	"{n},{person},{!card},{money}",
	"{n}\t{person}\t{village}\t{!card}\t{money}",
	"| {person} | [农业银行|农村商业银行] | {!card} | {money} |",
	"户主{person}，[惠农一卡通|一卡通账号|社保卡银行账号|银行卡号]：{!card}，发放金额{money}。",
	"补偿款{money}已转入{person}[农行|建行|信用社]卡{!card}。",
	"请将[补助|救助]资金打入以下账户：户名{person}，账号{!card}，开户行农业银行。",
	"{person}（卡号{!card}）本月低保金发放失败，原因：账户冻结。",
	"收款人：{person}　收款账号：{!card}　金额：{money}",
	"经核对，{person}的银行卡号应为{!card}，原公示有误，现予更正。",
	"{village}{person}耕地地力保护补贴{money}，存折账号{!card}；",
};

static const char *const address_lines[] = {
	"{person}，[家住|现住|住]{!home}，[低保|特困供养]对象。",
	"{n},{person},{!home},{money}",
	"{n}\t{person}\t{!home}\t[低保|残补]\t{money}",
	"| {person} | {!home} | {n}人 | {money} |",
	"申请人{person}，[家庭住址|住址|现住址|户籍地址|居住地址]：{!home}。",
	"受助人{person}，[户籍所在地|户口所在地]为{!home}，{date}提出申请。",
	"工作人员{date}到{person}家（{!home}）入户核查，情况属实。",
	"当事人{person}，男，汉族，住{!home}。",
	"信访人{person}的[通信地址|通讯地址|邮寄地址]：{!home}，邮编{postcode}。",
	"患者{person}，居住于{!home}，已转至定点医院。",
	"送达地址：{person}，{!home}。",
	"租住在{!home}的{person}一家{n}口，符合公租房保障条件。",
};

static const char *const mail_lines[] = {
	"联系人{person}，[邮箱|电子邮箱|E-mail|电子邮件]：{!mail}。",
	"申请人{person}要求以电子邮件方式提供，邮箱{!mail}。",
	"{n},{person},{!mail},{village}",
	"请把简历发到{person}的个人邮箱{!mail}。",
	"网民{person}（{!mail}）来信询问{village}拆迁补偿标准。",
	"| {person} | {!mail} | {date} |",
	"本人{person}，QQ邮箱{!mail}，自愿报名参加{village}网格员招聘。",
};

static const char *const plate_lines[] = {
	"{person}的[小型轿车|面包车|三轮摩托车]（[车牌号|号牌|牌号]{!plate}）长期停放于{village}村口。",
	"{n},{person},{!plate},{village}",
	"经核查，{person}名下登记有{!plate}[小型普通客车|轻型货车]一辆，不再符合低保条件。",
	"| {person} | {!plate} | {date} | 违停 |",
	"村民{person}驾驶{!plate}号[小客车|农用车]超载，罚款{money}。",
	"请车牌为{!plate}的车主尽快挪车。",
	"车主：{person}　车牌号码：{!plate}　车位：{n}号",
};

static const char *const code_clean[] = {
	"统一社会信用代码：{credit}，法定代表人：{person}。",
	"{n},{company},{credit},{money}",
	"供应商{company}（信用代码{credit}）中标，中标金额{money}。",
	"| {company} | {credit} | 个体工商户 | {village} |",
	"事业单位法人证书号：1{d11}，统一社会信用代码{credit}。",
	"组织机构代码：{d8}-{d1}，登记机关：{unit}。",
	"[营业执照注册号|工商注册号|注册号]：{region}6{d8}，{company}。",
	"食品经营许可证编号：JY2{region}{d7}，有效期至{date}。",
};

static const char *const document_clean[] = {
	"根据《{unit}关于做好[防汛|森林防火|秸秆禁烧]工作的通知》（{docno}）要求，结合我镇实际，制定本方案。",
	"索引号：{indexno}　发文字号：{docno}　成文日期：{date}",
	"{docno}文件自{date}起废止，由{docno}替代。",
	"索 引 号：{credit}/{year}-{d5}",
	"信息编号：{year}-{d5}，发布机构：{unit}，有效性：有效。",
	"经十届{n}次常委会议研究，{docno}、{docno}继续有效。",
};

static const char *const project_clean[] = {
	"项目代码：{project}，建设地点：{village}，总投资{money}。",
	"[项目编号|采购编号|招标编号]：{tender}，预算金额：{money}，最高限价：{money}。",
	"合同编号：{contract}，签订日期：{date}，合同金额{money}。",
	"{year}年{village}高标准农田建设项目（{project}）已批复，批复文号{docno}。",
	"发票代码{d12}，发票号码{d8}，价税合计{money}。",
	"电子发票号码：{year2}{region}000{d9}，开票日期{date}，销售方{company}。",
	"附：[采购合同|政府采购合同]（{contract}）扫描件{n}页。",
	"建设用地规划许可证 地字第{region}{year}{d5}号，建设工程规划许可证 建字第{region}{year}{d5}号。",
	"施工许可证编号：{region}{date8}0{n}01，发证机关{unit}。",
	"招标项目编号 E{region}{d10}001，标段编号 E{region}{d10}001001。",
};

static const char *const land_clean[] = {
	"地块编号：{parcel}，土地面积{area}，土地用途：[工业|商服|住宅]，出让年限{n}年。",
	"不动产权证号：[宁|苏|辽]（{year}）[沙坡头区|洪泽区]不动产权第{d7}号。",
	"不动产单元号：{region}{d3}{d3}GB{d5}F{d8}，坐落{village}。",
	"宗地代码：{region}{d3}{d3}JC{d5}，四至：东至[水渠|村道]，西至[耕地|林地]，南至[公路|沟渠]，北至[居民点|荒地]。",
	"集体土地使用证：[沙集用|东集用]（{year}）第{d12}号，现公告注销。",
	"拟征收{village}{group}集体土地{area}，其中耕地{area}，[青苗|附着物]补偿费{money}。",
	"征收范围以勘测定界图（图号{d3}-{d2}-{d4}）为准，图斑编号{d6}{d6}{d4}。",
	"拐点坐标：X={d7}.{d3}，Y={d8}.{d3}；X={d7}.{d3}，Y={d8}.{d3}。",
	"位于东经10{d1}°{d2}′{d2}″、北纬3{d1}°{d2}′{d2}″，海拔{d4}米。",
	"中心点坐标 10{d1}.{d8},3{d1}.{d8}（WGS84）。",
	"农村土地承包经营权证编号：{region}{d12}J，面积{area}。",
};

static const char *const money_clean[] = {
	"共发放[低保金|残疾人两项补贴|高龄津贴]{money}，惠及{n}户{n}人。",
	"一般公共预算收入{bigmoney}，支出{bigmoney}，结余{money}。",
	"本级预算{bigmoney}，上级补助1{d2}{d4}{d4}元，合计{bigmoney}。",
	"总投资1[3|5|8]{d9}元，其中中央资金{bigmoney}。",
	"补贴资金合计：{bigmoney}（大写：人民币[壹拾贰万叁仟元整|捌仟伍佰元整]）。",
	"应发{d3}户，实发{d3}户，金额{d5}.{d2}元，发放率98.{d2}%。",
	"固定资产原值{d3},{d3},{d3}.{d2}元，净值{d2},{d3},{d3}.{d2}元。",
};

static const char *const date_clean[] = {
	"公示期为{date}至{date}，共7个工作日。",
	"公示时间：{date8}-{date8}，逾期不予受理。",
	"开标时间：{dash}日 09:30:00（北京时间），开标地点：{officeaddr}。",
	"更新时间：{dash} 1{d1}:{d2}:{d2}　浏览次数：{d4}",
	"会议时间：{date}下午3时；会议地点：镇政府{n}楼[会议室|2{d2}会议室]。",
	"统计时段{date8}—{date8}，数据截至{date8}{d6}。",
	"出生人口{d3}人，死亡人口{d2}人，{year}年{n}月{n}日零时常住人口{d5}人。",
};

static const char *const phone_clean[] = {
	"咨询电话：{landline}；监督电话：{landline}。",
	"如有异议，请于公示期内向{unit}反映，联系电话{landline}，传真{landline}，邮编{postcode}。",
	"[政务服务热线|便民热线|服务热线]：12345；[消费维权|价格举报]：12315；供电服务热线：95598。",
	"客服电话：{tel400}，[报修|投诉]请拨{tel400}。",
	"{unit}地址：{officeaddr}，电话：{landline}，邮政编码：{postcode}。",
	"举报电话：{landline}　12388　信访接待：{landline}-8{d2}",
	"火警119，急救120，森林防火报警12119，{unit}值班室{landline}。",
	"| {unit} | {landline} | {officeaddr} | 周一至周五 |",
	"联系人：{person}，联系电话：{landline}。",
	"[项目联系人|采购人联系方式]：{person}　电话：{landline}（{area0}）{d7}",
};

static const char *const order_clean[] = {
	"[订单编号|订单号]：{d18}，[快递单号|运单号]：SF{d13}，已签收。",
	"订单号{d16}，付款金额{money}，收货单位{unit}。",
	"12345热线工单编号：{date8}{d6}{d4}，承办单位{unit}，办理结果：已办结。",
	"邮政特快专递（EMS）单号：1{d12}，{date}妥投。",
	"[挂号信|给据邮件]编号 XA{d11}，收件人{unit}。",
	"支付流水号：{d19}，交易时间{dash}。",
	"政府采购电子订单{d17}已由{company}确认。",
	"财政票据号码 NO.{d10}，校验码：{d6}。",
	"[批号|生产批次]{date8}{d2}，规格500ml×{n}瓶，抽检合格。",
	"设备序列号：{d15}，资产编号：{d12}，使用部门：{unit}。",
	"物联网卡 ICCID 8986{d16}，安装于{village}水质监测点。",
};

static const char *const number_clean[] = {
	"档号：{d4}-WS·{year}-Y-ZHB-{d4}，保管期限：永久。",
	"全宗号{d3}，目录号{d2}，案卷号{d4}，页号{d3}-{d3}。",
	"ISBN 978-7-{d4}-{d4}-{d1}，定价{d2}.00元，[人民|法律]出版社{year}年版。",
	"国际标准书号：9787{d9}；国内统一刊号CN{d2}-{d4}。",
	"{person}，学号{year}{d7}，[获一等奖学金|拟录取]。",
	"[学号|学籍号]：1[8|9]0{d8}，班级：{year}级{n}班，姓名：{person}。",
	"执法人员：{person}（执法证号{region}{d6}），{person}（执法证号{d11}）。",
	"[工号|工牌号|职工编号]：1[3|5|6|7]{d9}，岗位：保洁员。",
	"统计用区划代码{region}{d3}{d3}，城乡分类代码220。",
	"准考证号：{d12}，岗位代码{d8}，进入面试名单：{person}。",
	"准考证号{year}{d4}{d10}，笔试成绩{d2}.{d1}，{person}。",
	"网站标识码{region}{d4}　[宁|苏|辽]ICP备{d8}号-1　[宁|苏|辽]公网安备{region}0{d7}号",
	"GB/T 9704-2012、GB 5749-2022、NY/T {d4}-{year}",
	"检验报告编号：{date8}{d8}，样品编号XC{d17}，结论：合格。",
	"国家电网户号：{d10}，表号{d12}，本期电量{d4}千瓦时。",
	"林权证号：B{d11}；养殖证编号：{region}{d8}；动物防疫条件合格证（{region}）动防合字第{d8}号",
	"行政处罚决定书 东综执罚决字〔{year}〕第{n}号，案号（{year}）宁0502行初{d3}号。",
};

static const char *const office_address_clean[] = {
	"[办公地址|地址|联系地址]：{officeaddr}，办公时间：周一至周五 8:30-12:00，14:30-18:00。",
	"请携带有效证件到{officeaddr}[领取|提交]材料。",
	"[开标地点|投标地点|递交地点]：{officeaddr}。",
	"采购人：{unit}　地址：{officeaddr}　联系人：{person}　电话：{landline}",
	"中标单位{company}，[注册地址|住所|单位地址]：{officeaddr}。",
	"[经营场所|生产地址]：{shopaddr}，{company}，检查结果：合格。",
	"[项目地点|工程地点|建设地点]：{village}{group}，[道路硬化|渠道衬砌]{d2}00米。",
	"{village}{group}张某等{n}户纳入低保，公示{n}天。",
	"改造范围：{estate}1号楼至{n}号楼，涉及居民{d3}户。",
	"[投票站|选举会场|疫苗接种点]设在{shopaddr}。",
	"[拍卖标的|出让标的]：{estate}{n}号楼{n}单元{n}01室房产，起拍价{money}。",
	"线路改造：{road}{n}号至{n}号段，{date}停电。",
	"安置房源：{estate}共{n}栋，{n}号楼2单元，剩余房源{n}套。",
	"[邮寄地址|通信地址]：{officeaddr}，收件人：{unit}，邮编{postcode}，信封注明“信息公开申请”。",
	"{unit}迁至{officeaddr}办公，原址停用。",
	"户籍所在地：{village}{group}，现住址同户籍地。",
};

static const char *const office_mail_clean[] = {
	"[电子邮箱|单位邮箱|公开邮箱]：{govmail}，请在标题注明“意见反馈”。",
	"意见请发送至{govmail}，或邮寄至{officeaddr}。",
	"[举报邮箱|投诉邮箱|监督邮箱]：{govmail}　举报电话：{landline}",
	"代理机构：{company}　电子邮箱：{companymail}　电话：{landline}",
	"主办单位：{unit}　技术支持：{company}　邮箱：{companymail}",
};

static const char *const office_mail_private_host_clean[] = {
	"[单位邮箱|办公邮箱|政务邮箱]：{officepost}，请在标题注明“意见反馈”。",
	"[举报邮箱|监督邮箱|投诉邮箱]：{officepost}　举报电话：{landline}",
	"请将意见建议发送至{unit}邮箱{officepost}。",
};

static const char *const plate_clean[] = {
	"S{n}05线、G{d3}国道{village}段K{d3}+{d3}处塌方，车辆绕行。",
	"[宁|苏|辽]A级景区{n}处，[京|沪]G{d1}高速封闭施工。",
	"{docno}；宁C{d1}-{d2}-{d2}；图号：辽A{d2}。",
	"[新|老]A{d2}井位、苏B片区、鲁C标段、川D{d2}机组检修。",
	"宁夏E区、藏A型民居、桂L路段改造，型号[粤|川]A-{d2}。",
};

static const char *const masked_clean[] = {
	"{n},张*,640502********{d4},{village},{money}",
	"联系电话：138****{d4}，银行卡号6228 **** **** {d4}。",
	"身份证号：__________　联系电话：__________　家庭住址：__________",
	"{n}\t李**\t3208**********{d3}X\t{village}\t{money}",
	"请携带本人身份证、户口簿、银行卡原件及复印件到{place}办理。",
	"身份证号码为18位，手机号码为11位，银行卡号一般为16至19位。",
	"姓名、身份证号码、住址、联系电话填写不全的，退回补正。",
	"车牌号：宁E·***{d2}，车主李某。",
};

static const char *const account_clean[] = {
	"户名：{unit}　开户行：农业银行沙坡头支行　账号：{account}",
	"投标保证金账户名称：{company}，开户银行：建设银行中卫分行，账号{account}。",
	"请将款项汇入{unit}账户（账号：{account}）。",
	"收款单位：[沙坡头区财政局|东园镇财政所]　账号：{account}　开户行：中国银行",
	"代管资金专户：{village}股份经济合作社，账号{account}，余额{money}。",
};

static const char *const duty_clean[] = {
	"[24小时值班电话|值班手机]：{mobile}，带班领导{person}。",
	"| 防汛责任人 | {person} | 副镇长 | {mobile} |",
	"{village}河长{person}，联系电话{mobile}；网格员{person}，{mobile}。",
	"采购人联系人：{person}，{mobile}，{privatemail}。",
};

static const char *const allowed_clean[] = {
	"咨询电话：{ownmobile}，地址：{ownaddr}。",
	"如有疑问请致电{ownmobile}或来信至{ownaddr}，邮箱{ownmail}。",
	"{unit}：{ownmail}，{ownmobile}",
};

/* What stands before and behind: harmless by itself. */
static const char *const padding[] = {
	"现将有关事项公告如下：",
	"为切实保障困难群众基本生活，",
	"根据{docno}文件精神，",
	"{date}，{unit}召开专题会议。",
	"（一）",
	"经村民代表会议评议，",
	"特此公告。",
	"如有异议请拨打{landline}。",
	"监督电话：{landline}。",
	"联系地址：{officeaddr}。",
	"共{n}户{n}人。",
	"资金来源：[县级配套|中央财政]{money}。",
	"备注：以上数据截至{date}。",
	"附件：1.申请表 2.花名册",
	"{year}年度第{n}批。",
};
/* clang-format on */

#endif
