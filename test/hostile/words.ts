import { pick, type Random } from '@huiyin/simulator/random.ts'

const CHATTER = ['围观', '转发了', '这是真的吗', '顶上去', '坐等', '已经截图', '我也遇到了', '路过看看']
const ASKED = [
  '我们小区停水两天了，什么时候能来水',
  '路灯坏了半个月没人修',
  '工地半夜还在施工，吵得睡不着',
  '垃圾堆在路口没人清理',
  '请问社保卡怎么补办',
  '公交改线以后老人看病不方便'
]

/** What a citizen says; `n` tells it from all others. Most of it is chatter. */
export const said = (random: Random, n: number): string =>
  random() < 0.25 ? `${pick(random, ASKED)}，第${n}号` : `${pick(random, CHATTER)} ${n}`
