import type { PackTable } from '@huiyin/domain/archives/table.ts'
import type { EntryKind, EntryState, RegisterEntry } from '@huiyin/schemas/register.ts'
import { REGISTER } from '../register/entries.ts'
import { filePath, isWithin, masked, type Recipe, type Source, type SourcePorts, timeOf } from './source.ts'

const PAGE = 200

const KINDS: Record<EntryKind, string> = {
  violation: '违规',
  incident: '安全事件',
  reward: '奖励',
  training: '培训',
  objection: '考核异议'
}

const STATES: Record<EntryState, string> = {
  proposed: '待裁定',
  decided: '已裁定',
  appealed: '申诉中',
  upheld: '维持',
  changed: '变更',
  withdrawn: '撤销'
}

const TRAINING: PackTable = {
  name: 'training',
  title: '培训材料',
  note: '本期登记的培训及其材料。',
  columns: [
    { title: '日期' },
    { title: '主题', as: 'long' },
    { title: '内容', as: 'long' },
    { title: '对象' },
    { title: '学时' },
    { title: '人数' },
    { title: '参加人员', as: 'long' },
    { title: '登记人' },
    { title: '状态', as: 'filter' },
    { title: '材料', as: 'file' }
  ]
}

const ENTRIES: PackTable = {
  name: 'register',
  title: '台账',
  note: '本期发生的违规、安全事件、奖励与考核异议，及其裁定。',
  columns: [
    { title: '日期' },
    { title: '类别', as: 'filter' },
    { title: '事项', as: 'long' },
    { title: '内容', as: 'long' },
    { title: '对象' },
    { title: '状态', as: 'filter' },
    { title: '第几次' },
    { title: '分值' },
    { title: '裁定人' },
    { title: '裁定时间' },
    { title: '裁定理由', as: 'long' },
    { title: '申诉次数' },
    { title: '材料', as: 'file' }
  ]
}

const pathsOf = ({ files }: RegisterEntry) => files.map(({ sha256, name }) => filePath(sha256, name)).join('\n')

const trainingCells = (entry: RegisterEntry) => {
  const { at, title, text, subject, training, by, state } = entry
  const names = training?.participants.map(({ name }) => name) ?? []
  return [
    ...[timeOf(at), masked(title), masked(text), subject.name, training?.hours, names.length],
    ...[names.join('、'), by.name, STATES[state], pathsOf(entry)]
  ]
}

const entryCells = (entry: RegisterEntry) => {
  const { at, kind, title, text, subject, state, ruling, appeals } = entry
  return [
    ...[timeOf(at), KINDS[kind], masked(title), masked(text), subject.name, STATES[state]],
    ...[ruling?.nth, ruling?.points, ruling?.by.name, timeOf(ruling?.at), masked(ruling?.why), appeals.length],
    pathsOf(entry)
  ]
}

export function trainingRecipe({ records }: SourcePorts): Recipe {
  const source: Source = async (pack, from) => {
    const page = await records.list<RegisterEntry>(REGISTER, {
      atMost: PAGE,
      ...(from !== undefined && { after: from })
    })
    const found = page.flatMap(({ value }) => (isWithin(pack, value.at) ? [value] : []))
    const files = found.flatMap(({ files }) =>
      files.map(({ sha256, name, bytes }) => ({ path: filePath(sha256, name), sha256, bytes }))
    )
    const rows = {
      training: found.filter(({ kind }) => kind === 'training').map(trainingCells),
      register: found.filter(({ kind }) => kind !== 'training').map(entryCells)
    }
    return { rows, files, ...(page.length === PAGE && { after: page.at(-1)!.id }) }
  }
  return { tables: [TRAINING, ENTRIES], sources: [source] }
}
