import type { Learned } from '@huiyin/ports/corrections.ts'
import { DEPARTMENT_CLASSES } from '@huiyin/schemas/department-classes.ts'
import type { Department } from '@huiyin/schemas/departments.ts'

const CLASSES = new Set<string>(DEPARTMENT_CLASSES)

/**
 * People name a department of their house; the model knows classes. One that answers for a single class teaches that
 * class, any other teaches none.
 */
export function byClass(learned: readonly Learned[], departments: readonly Department[]): Learned[] {
  const classOf = (name: string): string | undefined => {
    if (CLASSES.has(name)) return name
    const known = departments.find(one => one.name === name)?.classes?.filter(one => CLASSES.has(one)) ?? []
    return known.length === 1 ? known[0] : undefined
  }
  return learned.map(({ department, ...rest }) => {
    const found = department === undefined ? undefined : classOf(department)
    return { ...rest, ...(found !== undefined && { department: found }) }
  })
}
