/** Values alone: the page needs them, and no schemas with them. */

/** First-level classes of the departments that answer citizens. */
export const DEPARTMENT_CLASSES = [
  '城乡建设',
  '劳动和社会保障',
  '教育文体',
  '商贸旅游',
  '环境保护',
  '卫生计生',
  '交通运输',
  '公安政法'
] as const
export type DepartmentClass = (typeof DEPARTMENT_CLASSES)[number]

/** The class of what no other class is likely enough for. */
export const NO_DEPARTMENT = '其他'
