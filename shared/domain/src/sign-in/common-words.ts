/**
 * What passwords are made of when nobody thinks: words that head every published list of stolen passwords, those that
 * Chinese lists add, and those of an office. Lower case; what can be made by rule is not here.
 */
export const COMMON_WORDS = `
password passwort passwd pass admin administrator root user guest test testing login welcome letmein secret master
changeme default access server system oracle mysql redis tomcat docker linux windows microsoft google android samsung
monkey dragon shadow sunshine princess football baseball basketball soccer hockey superman batman spiderman pokemon
iloveyou loveyou lovely lover love hello hallo freedom whatever trustno michael jordan jennifer jessica ashley daniel
charlie thomas robert andrew joshua george matthew nicole hunter buster killer tigger ginger pepper cookie cheese
banana orange summer winter spring autumn flower purple silver golden diamond angel jesus heaven matrix starwars
computer internet mustang ferrari porsche mercedes corvette harley yankees liverpool arsenal chelsea london newyork
zaq xsw qaz wsx edc rfv asd zxc qwe abc abcd azerty qwertz
woaini woaiwojia woaiwo aini aiwo wobuzhidao nihao zhongguo beijing shanghai guangzhou shenzhen chongqing tianjin
mima mimamima wodemima yonghu guanliyuan ceshi shiyan xitong houtai denglu dengluming zhanghao
zhengfu zhengwu zhengwugongkai xuanchuan xuanchuanbu bangongshi fabu xinwen meiti weixin weibo douyin kuaishou
huiyin huifu liuyan pinglun gongdan yuqing xinfang rexian fuwu renmin minsheng
taobao alipay zhifubao baidu tencent alibaba huawei xiaomi aptx
laopo laogong baobao baobei xiaobao dabao shagua tiantian kuaile xingfu pingan jiayou fafa facai gongxi
520 521 1314 5201314 1688 168 147258 159357 110 119 12345 12306 10086
longlong xiaolong xiaomao xiaogou zhuzhu
company office manager boss staff work home family mother father sister brother
january february march april june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
`
  .trim()
  .split(/\s+/)

/** The hundred family names that most Chinese people bear, and given names that many do; in pinyin. */
export const SURNAMES = `
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang
feng yu dong xiao cheng cao yuan deng fu shen zeng peng lv su lu jiang cai jia ding wei xue ye yan pan du dai xia
zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan
duan qian yin chang qiao lai gong wen
`
  .trim()
  .split(/\s+/)

export const GIVEN_NAMES = `
wei fang na min jing qiang lei jun yong yan jie juan tao ming chao ping gang xiuying xiuying guiying xiulan jianguo
jianhua jianjun xiaoming xiaohong xiaoli xiaojun zhiqiang haiyan lili dan bo hui ling xin yu hao
`
  .trim()
  .split(/\s+/)
