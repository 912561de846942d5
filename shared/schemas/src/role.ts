import { Type } from 'typebox'

/** What people do in this house, by the offices that guides on government accounts name. The list is closed. */
export const ROLES = [
  'administrator',
  'head',
  'collector',
  'editor',
  'reviewer',
  'maintainer',
  'handler',
  'leader',
  'auditor'
] as const

export type Role = (typeof ROLES)[number]

/** A handler always has a department; all others are of the office itself and have none. */
export const Role = Type.Unsafe<Role>(Type.Union(ROLES.map(role => Type.Literal(role))))

export const ROLE_WORDS = {
  administrator: { zh: '系统管理员', en: 'administrator' },
  head: { zh: '部门负责人', en: 'head of the office' },
  collector: { zh: '信息采集员', en: 'collector' },
  editor: { zh: '内容编辑员', en: 'editor' },
  reviewer: { zh: '审核员', en: 'reviewer' },
  maintainer: { zh: '技术维护员', en: 'maintainer' },
  handler: { zh: '承办人', en: 'handler of a department' },
  leader: { zh: '领导', en: 'leader' },
  auditor: { zh: '审计员', en: 'auditor' }
} as const satisfies Record<Role, { zh: string; en: string }>
