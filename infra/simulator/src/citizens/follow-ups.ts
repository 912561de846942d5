import type { Group } from './group.ts'

const again = { kind: 'follow-up', urgent: false } as const

/** What citizens say when they got an answer. */
export const FOLLOW_UPS: readonly Group[] = [
  {
    ...again,
    label: 'other',
    sentiment: 'positive',
    level: 'blue',
    lines: ['好的谢谢，晓得了🙏', '收到，回复好快，给个赞', '解决了解决了，多谢！', '明白了，辛苦你们了']
  },
  {
    ...again,
    label: 'inquiry',
    sentiment: 'neutral',
    level: 'blue',
    lines: [
      '那{weekday}去也可以办吗？要不要预约',
      '谢谢回复，再问一下材料要原件还是复印件',
      '具体是哪个科室，电话多少？',
      '大概要等多久才有结果呢'
    ]
  },
  {
    ...again,
    label: 'complaint',
    sentiment: 'negative',
    level: 'yellow',
    lines: [
      '又是“已转相关部门”，上回也是这么说的，结果呢',
      '刚去看了，根本没修，你们是不是搞错地方了',
      '电话打过去没人接，这就是你们说的已经处理？',
      '答非所问，我问的是{road}不是{town}'
    ]
  }
]
