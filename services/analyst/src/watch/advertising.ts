const CONTACT =
  /加[微vV徽薇]|[微薇徽]信[号:：]|v[xX][\s:：]*[a-z0-9]|vx|企鹅群|[qQ]{2}[\s群:：]*\d{5}|私[信聊]我|点[击我]头像|主页[有看]|扫码|扫一扫|https?:\/\/|www\./i
const OFFER =
  /兼职|日结|日赚|月入|躺赚|返利|返现|佣金|刷单|代办|代开|贷款|网贷|借款|低息|秒批|免押|中奖|抽奖|彩票|彩金|开奖|下注|红包|福利|优惠券|免费领|领取|包邮|特价|清仓|代理|加盟|招商|减肥|祛斑|壮阳|博彩|股票群|带单|荐股|棋牌/

/** Whether a comment sells something: an offer, and a way to reach who makes it. What only complains of one is none. */
export const isAdvertisement = (text: string): boolean => CONTACT.test(text) && OFFER.test(text)
