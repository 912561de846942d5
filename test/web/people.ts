import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Role } from '@huiyin/schemas/role.ts'

/** The department whose handler signs in. */
export const WATER = '水务局'

/** One person of every role; the administrator is the one whom the house makes itself. */
export const PEOPLE: Record<Role, Actor> = {
  administrator: { id: 'admin', name: '管理员', role: 'administrator' },
  head: { id: 'wang', name: '王敏', role: 'head' },
  collector: { id: 'sun', name: '孙倩', role: 'collector' },
  editor: { id: 'li', name: '李静', role: 'editor' },
  reviewer: { id: 'zhao', name: '赵磊', role: 'reviewer' },
  maintainer: { id: 'zheng', name: '郑凯', role: 'maintainer' },
  handler: { id: 'qian', name: '钱勇', role: 'handler', department: WATER },
  leader: { id: 'zhou', name: '周建国', role: 'leader' },
  auditor: { id: 'wu', name: '吴静', role: 'auditor' }
}
