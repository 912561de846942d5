import type { DepartmentClass, NO_DEPARTMENT } from '@huiyin/schemas/department-classes.ts'

type Known = DepartmentClass | typeof NO_DEPARTMENT

/** The schemas' list as types only, so that their validator stays out of the page; a class left out does not compile. */
const CLASSES = {
  城乡建设: true,
  劳动和社会保障: true,
  教育文体: true,
  商贸旅游: true,
  环境保护: true,
  卫生计生: true,
  交通运输: true,
  公安政法: true,
  其他: true
} as const satisfies Record<Known, true>

export const DEPARTMENTS = Object.keys(CLASSES) as Known[]
