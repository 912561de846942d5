import type { Actor } from '@huiyin/schemas/actor.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'

/** Two accounts bear the same native id: only with the platform they are told apart. */
export const ACCOUNTS: readonly { platform: PlatformName; id: string; name: string; share: number }[] = [
  { platform: 'weibo', id: '1900000001', name: '清江发布', share: 0.4 },
  { platform: 'wechat', id: '1900000001', name: '清江发布公众号', share: 0.25 },
  { platform: 'douyin', id: 'qjtv', name: '清江融媒', share: 0.25 },
  { platform: 'kuaishou', id: 'qjwl', name: '清江文旅', share: 0.1 }
]

export const DESK = system('desk')
export const EDITORS: readonly Actor[] = ['li', 'wang', 'zhou'].map(id => ({ id, name: `编辑${id}`, role: 'editor' }))
export const REVIEWER: Actor = { id: 'sun', name: '审核孙', role: 'reviewer' }
export const HEAD: Actor = { id: 'zhao', name: '负责人赵', role: 'head' }

export const DEPARTMENTS = ['住建局', '交通局', '教育局', '人社局', '生态环境局', '市场监管局'] as const

export const handlerOf = (department: string): Actor => ({
  ...{ id: `handler-${department}`, name: `${department}经办人`, role: 'handler', department }
})
