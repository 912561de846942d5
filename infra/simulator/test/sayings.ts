import type { Saying } from '../src/sayings.ts'

/** A few of every kind, on subjects that the simulated offices post about and on none. */
export const SAYINGS: readonly Saying[] = [
  ...['路灯什么时候修', '停水到几点', '公示在哪看', '绿化归谁管'].map(text => inquiry(text, '城乡建设')),
  ...['几路车到新校区', '月票在哪充', '改线改到哪天', '末班车几点'].map(text => inquiry(text, '交通运输')),
  ...['斑马线补一补吧', '站台加个棚', '晚上多开一班'].map(text => ({
    text,
    label: 'suggestion' as const,
    department: '交通运输'
  })),
  ...['井盖响了一夜', '垃圾三天没人收', '围挡占了半条路', '已转已转，转到哪去了'].map(text => ({
    text,
    label: 'complaint' as const,
    department: '城乡建设'
  })),
  ...['哈哈哈', '前排', '谢谢师傅', '好看', '周末去', '收到，辛苦', '回复@阿南：在呢', '晚安'].map(text => ({
    text,
    label: 'other' as const
  })),
  ...['楼里一股煤气味', '河里有人喊救命'].map(text => ({ text, label: 'complaint' as const, urgent: true }))
]

function inquiry(text: string, department: string): Saying {
  return { text, label: 'inquiry', department }
}
