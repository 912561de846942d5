import { pick, type Random } from './random.ts'
import type { Person } from './things.ts'

const FIRST = [
  '青禾',
  '小河边',
  '柳',
  '石桥',
  '南风',
  '半夏',
  '阿',
  '老',
  '晚稻',
  '麦田',
  '三里',
  '雨后',
  '东篱',
  '一只',
  '芦苇'
]
const LAST = [
  '的石头',
  '老王',
  '同学',
  '大叔',
  '阿姨',
  '小李',
  '不吃辣',
  '在路上',
  '爱钓鱼',
  '2026',
  '妈妈',
  '的猫',
  '师傅',
  '奶茶',
  '看云'
]
const PLACES = ['江苏', '浙江', '安徽', '湖南', '四川', '广东', '河南', '山东']

/** Made-up citizens; one in twenty is not named by WeChat, one in fifteen is verified. */
export function people(random: Random, count: number): Person[] {
  return Array.from({ length: count }, (_, i) => ({
    id: String(2_900_000_001 + i * 7),
    name: `${pick(random, FIRST)}${pick(random, LAST)}${i % 3 === 0 ? i : ''}`,
    place: pick(random, PLACES),
    followers: Math.floor(10 ** (random() * 5)),
    verified: random() < 1 / 15,
    withoutOpenid: random() < 1 / 20
  }))
}
