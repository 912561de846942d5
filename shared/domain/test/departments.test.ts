import { DEPARTMENT_CLASSES } from '@huiyin/schemas/department-classes.ts'
import type { Department } from '@huiyin/schemas/departments.ts'
import t, { type Test } from 'tap'
import { checkDepartments, departmentWarnings } from '../src/departments.ts'

const PLACES = [{ name: '石桥镇', aliases: ['石桥'] }, { name: '柳河镇' }]

const check = (departments: Department[]) => () => checkDepartments(departments, PLACES)
const refused = (t: Test, departments: Department[], message: RegExp) =>
  t.throws(check(departments), { code: 'SETTINGS_INVALID', message })

t.test('a map of departments', async t => {
  t.test('is taken when every department answers for something of its own', async t => {
    t.doesNotThrow(check([]))
    t.doesNotThrow(
      check([
        { name: '住建局', classes: ['城乡建设', '环境保护'] },
        { name: '石桥镇村镇办', classes: ['城乡建设'], places: ['石桥镇'] },
        { name: '柳河镇村镇办', classes: ['城乡建设'], places: ['柳河镇'] },
        { name: '供水公司', classes: ['城乡建设'], words: ['停水'] },
        { name: '政府办', classes: ['其他'] }
      ])
    )
  })

  t.test('is refused for a class that there is not, and says which there are', async t => {
    refused(
      t,
      [{ name: '住建局', classes: ['城建'] }],
      /expected classes among 城乡建设, .*其他; "城建" of "住建局" is none of them/
    )
  })

  t.test('is refused for a department that answers for nothing', async t => {
    refused(t, [{ name: '住建局' }], /expected classes, words or places; "住建局" has none of them/)
    refused(t, [{ name: '住建局', classes: [], words: [], places: [] }], /"住建局" has none of them/)
  })

  t.test('is refused when a name comes twice', async t => {
    refused(
      t,
      [
        { name: '住建局', classes: ['城乡建设'] },
        { name: '住建局 ', classes: ['环境保护'] }
      ],
      /expected each name once; "住建局 " came twice/
    )
  })

  t.test('is refused for a place that the gazetteer lacks, and says whose alias it is', async t => {
    refused(t, [{ name: '镇政府', places: ['东风村'] }], /"东风村" of "镇政府" is not in places$/)
    refused(
      t,
      [{ name: '镇政府', places: ['石桥'] }],
      /"石桥" of "镇政府" is not in places; it is an alias of "石桥镇"/
    )
  })

  t.test('is refused when no place or word tells two departments of one class apart', async t => {
    const both = (other: Partial<Department>) => [
      { name: '甲局', classes: ['城乡建设'], ...other },
      { name: '乙局', classes: ['交通运输', '城乡建设'], ...other }
    ]
    const message = /a word that tells "甲局" from "乙局"; both have the class "城乡建设"/
    refused(t, both({}), message)
    refused(t, both({ places: ['石桥镇'] }), message)
    refused(t, both({ words: ['停水'] }), message)
  })

  t.test('is refused when two departments without a class have the same places and words', async t => {
    refused(
      t,
      [
        { name: '甲局', words: ['停水', '停电'] },
        { name: '乙局', words: ['停电', '停水'] }
      ],
      /both have the same places and words/
    )
  })

  t.test('may share words where the classes differ', async t => {
    t.doesNotThrow(
      check([
        { name: '甲局', classes: ['城乡建设'], words: ['停水'] },
        { name: '乙局', classes: ['环境保护'], words: ['停水'] }
      ])
    )
  })

  t.test('warns of each class that it leaves to nobody, and of nothing where there is no map', async t => {
    t.same(departmentWarnings([]), [])
    const [first, ...rest] = departmentWarnings([
      { name: '甲局', classes: DEPARTMENT_CLASSES.filter(name => name !== '交通运输') }
    ])
    t.match(first, /no department has the class "交通运输"/)
    t.same(rest, [])
    t.equal(departmentWarnings([{ name: '甲局', words: ['停水'] }]).length, DEPARTMENT_CLASSES.length)
  })
})
