import { createHash } from 'node:crypto'
import type { Made } from './documents.ts'

export type Kind =
  | 'words'
  | 'character'
  | 'mixed'
  | 'rare'
  | 'phrase'
  | 'synonym'
  | 'traditional'
  | 'filter'
  | 'question'
  | 'not'
  | 'fuzzy'
  | 'or'

/**
 * A search, and by which a document is judged: 3 what answers it; `rest` (1 or 2) what is about the same matter
 * otherwise, where that helps who asks; 1 what only mentions a matter that is asked for as a whole; 0 all else, and all
 * that `only` does not hold for.
 */
export interface Judged {
  q: string
  kind: Kind
  /** Matters that it is about. */
  of: readonly string[]
  /** The sentences of these matters that answer it; all where absent. */
  best?: readonly number[]
  /** What the other sentences of the matter are worth; nothing where absent. */
  rest?: number
  /** Sentences of other matters that answer it too, as `rubbish.1`. */
  also?: readonly string[]
  only?: (made: Made) => boolean
}

const ask = (kind: Kind, q: string, of: string, more: Omit<Judged, 'kind' | 'q' | 'of'> = {}): Judged => ({
  kind,
  q,
  of: of.split(' '),
  ...more
})

const DAY = 24 * 3_600_000
const NOON = Date.UTC(2026, 10, 21, 4)
const contains = (text: string) => (made: Made) => made.plain.includes(text)
const on = (platform: string) => (made: Made) => made.platform === platform

export const QUERIES: readonly Judged[] = [
  ask('words', '停水', 'water-off'),
  ask('words', '水压 低', 'water-low', { best: [0, 2], rest: 1 }),
  ask('words', '自来水 发黄', 'water-yellow', { best: [0, 1, 3], rest: 1 }),
  ask('words', '暖气 不热', 'heating', { best: [0, 1, 2], rest: 1 }),
  ask('words', '垃圾 清运', 'rubbish', { best: [1, 2, 3], rest: 2 }),
  ask('words', '工地 噪音', 'site-noise'),
  ask('words', '烧烤 油烟', 'fumes'),
  ask('words', '路面 坑', 'potholes'),
  ask('words', '地铁口 单车', 'bike', { best: [0], rest: 1 }),
  ask('words', '电梯 困人', 'lift', { best: [0], rest: 1 }),
  ask('words', '老楼 加装电梯', 'add-lift', { best: [0], rest: 2 }),
  ask('words', '公积金 提取', 'fund', { best: [0, 2, 3], rest: 1 }),
  ask('words', '培训机构 退费', 'tutoring', { best: [0, 4], rest: 1 }),
  ask('words', '流浪狗', 'dogs', { best: [0], rest: 1 }),
  ask('words', '身份证 补办', 'id-card', { best: [1, 3], rest: 1 }),
  ask('words', '公厕', 'toilet'),
  ask('words', '广场舞', 'dance'),
  ask('words', '物业费', 'fee', { best: [0, 2, 3], rest: 2 }),
  ask('words', '市长', 'mayor'),
  ask('words', '学区', 'school-zone'),
  ask('words', '疫苗 预约', 'vaccine', { best: [0], rest: 1 }),
  ask('words', '食堂 虫子', 'canteen', { best: [0], rest: 1 }),
  ask('character', '狗', 'dogs vaccine', { only: contains('狗') }),
  ask('character', '坑', 'potholes', { only: contains('坑') }),
  ask('character', '锈', 'water-yellow', { only: contains('锈') }),
  ask('character', '烟', 'fumes', { only: contains('烟') }),
  ask('character', '霉', 'leak', { only: contains('霉') }),
  ask('character', '虫', 'canteen', { only: contains('虫') }),
  ask('character', '湖', 'park school-zone', { only: contains('湖') }),
  ask('mixed', '政务大厅 wifi', 'wifi', { best: [0, 2] }),
  ask('mixed', 'APP 闪退', 'app', { best: [0] }),
  ask('mixed', '上传 PDF 超时', 'app', { best: [2] }),
  ask('mixed', '5G 信号', 'signal', { best: [0], rest: 1 }),
  ask('mixed', 'ETC 短信', 'fraud', { best: [4] }),
  ask('mixed', '120 没信号', 'signal', { best: [1] }),
  ask('mixed', 'iPhone 电子证照', 'app', { best: [4] }),
  ask('mixed', '4G 网课', 'signal', { best: [3] }),
  ask('mixed', 'Lily_chen 停水', 'water-off', { only: made => made.author === 'Lily_chen' }),
  ask('rare', '核磁', 'hospital', { best: [2], rest: 0 }),
  ask('rare', '承重墙', 'illegal', { best: [4], rest: 0 }),
  ask('rare', '低音炮', 'dance', { best: [2], rest: 0 }),
  ask('rare', '死鱼', 'river', { best: [2], rest: 0 }),
  ask('rare', '吸氧', 'power-off', { best: [3], rest: 0 }),
  ask('rare', '打桩', 'site-noise', { best: [0], rest: 0 }),
  ask('rare', '绘本', 'library', { best: [3], rest: 0 }),
  ask('rare', '灭火器', 'fire-lane', { best: [2], rest: 0 }),
  ask('rare', '高龄津贴', 'pension', { best: [2], rest: 0 }),
  ask('rare', '盲道', 'bike', { best: [1], rest: 0 }),
  ask('rare', '维修基金', 'leak', { best: [1], rest: 0 }),
  ask('rare', '防尘网', 'dust', { best: [3], rest: 0 }),
  ask('phrase', '"垃圾分类"', 'sorting', { only: contains('垃圾分类') }),
  ask('phrase', '“没有任何说明”', 'power-off', { only: contains('没有任何说明') }),
  ask('phrase', '"一点通知都没有"', 'water-off', { only: contains('一点通知都没有') }),
  ask('phrase', '「消防通道」', 'fire-lane illegal', { only: contains('消防通道') }),
  ask('phrase', '"路口红绿灯坏了"', 'lights', { only: contains('路口红绿灯坏了') }),
  ask('phrase', '"电动车推进电梯"', 'ebike', { only: contains('电动车推进电梯') }),
  ask('phrase', '"拖欠工资"', 'wages', { only: contains('拖欠工资') }),
  ask('phrase', '"市长热线"', 'mayor', { only: contains('市长热线') }),
  ask('phrase', '"早高峰" 学校', 'jam', { only: made => made.plain.includes('早高峰') && made.plain.includes('学校') }),
  ask('synonym', '断水', 'water-off', { best: [0, 1, 2, 3, 4] }),
  ask('synonym', '断电', 'power-off'),
  ask('synonym', '供热', 'heating'),
  ask('synonym', '噪声', 'site-noise', { best: [1], rest: 2, also: ['dance.1'] }),
  ask('synonym', '塞车', 'jam', { best: [0, 1, 2], rest: 1 }),
  ask('synonym', '窨井盖', 'manhole'),
  ask('synonym', '违章建筑', 'illegal'),
  ask('synonym', '电瓶车 充电', 'ebike'),
  ask('synonym', '天然气', 'gas'),
  ask('synonym', '驾驶证', 'licence'),
  ask('synonym', '退休金', 'pension'),
  ask('synonym', '住房公积金', 'fund'),
  ask('synonym', '信号灯', 'lights'),
  ask('synonym', '人行横道', 'crossing'),
  ask('synonym', '薪水 拖欠', 'wages', { best: [0, 1], rest: 1 }),
  ask('synonym', '卫生间 公共', 'toilet', { best: [1, 2] }),
  ask('synonym', '内涝', 'flood', { best: [0, 1, 2, 3], rest: 1 }),
  ask('synonym', '恶臭', 'river', { best: [0, 4], also: ['rubbish.1'] }),
  ask('traditional', '電梯 壞', 'lift', { best: [1, 2, 3, 4], rest: 2 }),
  ask('traditional', '養老金 認證', 'pension', { best: [0], rest: 1 }),
  ask('traditional', '供暖 暖氣', 'heating'),
  ask('traditional', '醫保 報銷', 'medical', { best: [0, 2], rest: 1 }),
  ask('traditional', '圖書館', 'library wifi', { only: made => made.plain.includes('图书馆') }),
  ask('traditional', '幼兒園 報名', 'kindergarten', { best: [0] }),
  ask('traditional', '垃圾桶滿', 'rubbish', { best: [2] }),
  ask('filter', '平台:微博 路灯', 'lamp', { only: on('weibo') }),
  ask('filter', 'platform:douyin 停车', 'parking', { only: on('douyin') }),
  ask('filter', '级别:红色 燃气', 'gas', { only: ({ level }) => level === 'red' }),
  ask('filter', '手续 label:inquiry', 'hukou', {
    best: [0],
    also: ['fund.4'],
    only: ({ label }) => label === 'inquiry'
  }),
  ask('filter', '作者:小满妈妈 孩子', 'water-off dance park canteen school-zone kindergarten hukou lift chatter', {
    only: made => made.author === '小满妈妈' && made.plain.includes('孩子')
  }),
  ask('filter', '医院 risk:>=50', 'hospital', { only: ({ risk }) => risk >= 50 }),
  ask('filter', '电梯 地点:云溪镇', 'lift add-lift ebike', {
    only: ({ place, plain }) => place === '云溪镇' && plain.includes('电梯')
  }),
  ask('filter', '公交 日期:最近30天', 'bus', { only: ({ at }) => at >= NOON - 29.5 * DAY - DAY / 6 }),
  ask('filter', '宽带 OR 5G platform:wechat,kuaishou', 'signal', {
    only: made =>
      made.plain.includes('宽带') ||
      (/5G/.test(made.plain) && (made.platform === 'wechat' || made.platform === 'kuaishou')),
    rest: 3
  }),
  ask('filter', 'label:other 感谢', 'praise', { best: [2], only: ({ label }) => label === 'other' }),
  ask('filter', '标签:其他 点赞', 'praise', { best: [0], only: ({ label }) => label === 'other' }),
  ask('question', '请问我家小区的生活垃圾什么时候能清运？', 'rubbish', { best: [1, 2], rest: 2 }),
  ask('question', '半夜工地施工噪音太大睡不着应该找谁投诉', 'site-noise', { best: [0, 1, 2], rest: 2 }),
  ask('question', '老小区加装电梯政府给多少补贴', 'add-lift', { best: [2] }),
  ask('question', '外地户口的孩子怎么上公办幼儿园', 'kindergarten', { best: [0, 1] }),
  ask('question', '离职以后公积金怎么取出来需要什么材料', 'fund', { best: [2] }),
  ask('question', '楼上漏水天花板发霉物业不管怎么办', 'leak', { best: [0, 2] }),
  ask('question', '身份证丢了还能坐火车吗', 'id-card', { best: [1] }),
  ask('question', '公司拖欠我四个月工资去哪里投诉', 'wages', { best: [0, 1, 4] }),
  ask('question', '接到自称公安局的电话让我转账是不是骗子', 'fraud', { best: [0] }),
  ask('question', '小学门口早上太堵了能不能派交警', 'jam', { best: [0, 4] }),
  ask('question', '电瓶车能推进电梯上楼充电吗', 'ebike', { best: [0, 1] }),
  ask('question', '下大雨地下车库被水淹了谁负责', 'flood', { best: [0] }),
  ask('question', '养狗需要办什么证去哪里办', 'dogs', { best: [3] }),
  ask('question', '社保断缴一个月会影响什么', 'social', { best: [1] }),
  ask('question', '给市长写信多长时间能收到回复', 'mayor', { best: [0] }),
  ask('question', '过期的药应该扔到哪个垃圾桶', 'sorting', { best: [3] }),
  ask('question', '手机打开市民通就闪退怎么解决', 'app', { best: [0] }),
  ask('question', '新路没有路灯晚上太黑不敢走', 'lamp', { best: [0, 3] }),
  ask('question', '晚上九点多楼下还在跳舞音乐很大声能管一管吗', 'dance', { best: [0, 1, 2], rest: 2 }),
  ask('question', '孩子在学校吃坏肚子应该向谁反映', 'canteen', { best: [1], rest: 1 }),
  ask('question', '家里暖气一直不热可以退取暖费吗', 'heating', { best: [2], rest: 2 }),
  ask('question', '灵活就业的人每个月要交多少社保', 'social', { best: [0] }),
  ask('question', '共享单车把盲道都占了谁来清理', 'bike', { best: [1], rest: 2 }),
  ask('question', '邻居在楼顶私自盖房子怎么举报', 'illegal', { best: [0], rest: 2 }),
  ask('question', '驾驶证快过期了换证需要体检吗', 'licence', { best: [0] }),
  ask('question', '公交车太少等了快一个小时能加开班次吗', 'bus', { best: [0], rest: 2 }),
  ask('question', '新生儿的医保怎么办理要带什么材料', 'medical', { best: [3] }),
  ask('question', '河水发臭是不是有工厂偷偷排污', 'river', { best: [0, 1, 4], rest: 2 }),
  ask('question', '物业费一年年涨服务却越来越差有没有人管', 'fee', { best: [0, 1], rest: 1 }),
  ask('question', '小区里的路灯坏了好几天找谁来修', 'lamp', { best: [0, 1], rest: 1 }),
  ask('question', '井盖松动车子压过去很响晚上睡不好', 'manhole', { best: [1, 4], rest: 2 }),
  ask('question', '图书馆能不能周一也开门', 'library', { best: [0] }),
  ask('not', '电梯 -加装 -电动车', 'lift', { only: made => !/加装|电动车/.test(made.plain), rest: 3 }),
  ask('not', '狗 -狂犬 -流浪狗', 'dogs', { only: made => !/狂犬|流浪狗/.test(made.plain) }),
  ask('not', '停车 NOT 医院', 'parking', { only: made => !made.plain.includes('医院') }),
  ask('not', '公园 -(滑梯 OR 护栏)', 'park dance', {
    only: made => !/滑梯|护栏/.test(made.plain) && made.plain.includes('公园')
  }),
  ask('not', '垃圾 -分类 -"有害垃圾"', 'rubbish', { only: made => !/分类|有害垃圾/.test(made.plain) }),
  ask('or', '补课 OR 培训机构', 'tutoring', { best: [0, 1], rest: 1 }),
  ask('or', '(井盖 OR 路面) 自行车', 'manhole potholes', { best: [3, 0], only: contains('车') }),
  ask('or', '九价疫苗 或 狂犬疫苗', 'vaccine', { best: [0, 4] }),
  ask('fuzzy', 'iphnoe~2 证照', 'app', { best: [4] }),
  ask('fuzzy', 'wfi~ 大厅', 'wifi', { best: [0] }),
  ask('fuzzy', 'ect~ 失效链接', 'fraud', { best: [4] }),
  ask('fuzzy', 'pfd~ 超时', 'app', { best: [2] })
]

/** What a document is worth for a search. */
export function gradeOf({ of, best, rest = 0, also = [], only = () => true }: Judged, made: Made): number {
  if (!only(made)) return 0
  if (also.includes(`${made.matter}.${made.sentence}`)) return 3
  if (of.includes(made.matter)) return best === undefined || best.includes(made.sentence) ? 3 : rest
  return best === undefined && made.aside !== undefined && of.includes(made.aside) ? 1 : 0
}

/** Half of the searches were for tuning; which, a hash says. */
export const isForTuning = ({ q }: Judged): boolean => createHash('sha256').update(q).digest()[0]! % 2 === 0

/** Normalised discounted cumulative gain over the first ten, by grades. Where nothing is relevant it is 1 for nothing found. */
export function ndcg(found: readonly number[], all: readonly number[]): number {
  const ideal = gain(all.toSorted((a, b) => b - a))
  return ideal === 0 ? (found.length === 0 ? 1 : 0) : gain(found) / ideal
}

const gain = (grades: readonly number[]) =>
  grades.slice(0, 10).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0)
