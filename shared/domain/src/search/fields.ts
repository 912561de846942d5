import { fieldKey } from './findable.ts'
import { NUMBER_FIELDS, type NumberField, type Searched, WORD_FIELDS, type WordField } from './query.ts'

export type Field = WordField | NumberField

/** The names by which people ask for a field; the first Chinese one is the one that is told. */
export const FIELD_NAMES: Record<Field, readonly string[]> = {
  account: ['账号', '帐号', '公众号', '账户'],
  platform: ['平台'],
  label: ['标签', '类别', '分类', '类型'],
  department: ['部门', '单位', '承办部门', 'dept'],
  level: ['级别', '等级', '风险级别', '预警'],
  sentiment: ['情感', '情绪'],
  status: ['状态'],
  author: ['作者', '网友', '市民', '昵称', '用户', 'by'],
  place: ['地点', '地区', '位置', '属地', 'location'],
  post: ['帖子', '文章', '作品', '推文'],
  tag: ['标记', '记号'],
  number: ['编号', '工单号', '单号', 'no'],
  date: ['日期', '时间', '发布', '发布时间'],
  due: ['到期', '期限', '截止', '时限'],
  risk: ['风险', '风险分', '分数']
}

const fieldFor = new Map<string, Field>(
  [...WORD_FIELDS, ...NUMBER_FIELDS].flatMap(field =>
    [field, ...FIELD_NAMES[field]].map(name => [fieldKey(name), field] as const)
  )
)

/** The field of a name in either language; a name of no field gives none. */
export const fieldOf = (name: string): Field | undefined => fieldFor.get(fieldKey(name))

export const isNumberField = (field: Field): field is NumberField => NUMBER_FIELDS.some(one => one === field)

/** The fields that each kind has. */
export const FIELDS_OF: Record<Searched, readonly Field[]> = {
  tickets: [...WORD_FIELDS, ...NUMBER_FIELDS],
  comments: [
    ...(['account', 'platform', 'label', 'department', 'level', 'sentiment', 'status', 'author', 'place'] as const),
    ...(['post', 'date', 'risk'] as const)
  ],
  replies: ['account', 'platform', 'status', 'author', 'place', 'post', 'date'],
  posts: ['account', 'platform', 'status', 'post', 'date']
}

type Names = Readonly<Record<string, readonly string[]>>

const STATUS_OF: Record<Searched, Names> = {
  tickets: {
    open: ['待回复', '待处理', '未回复', '未答复'],
    handling: ['办理中', '处理中'],
    answered: ['已办结', '办结', '已回复', '已答复'],
    dismissed: ['已关闭', '不予处理', '已忽略'],
    merged: ['已合并', '合并']
  },
  comments: { visible: ['可见', '正常'], deleted: ['已删除', '删除'], erased: ['已清除', '清除'] },
  replies: { visible: ['可见', '正常'], deleted: ['已删除', '删除'], erased: ['已清除', '清除'] },
  posts: { visible: ['可见', '正常'], gone: ['已消失', '不可见', '已删除'] }
}

const VALUE_NAMES: Partial<Record<Field, Names>> = {
  platform: {
    wechat: ['微信', '公众号', '微信公众号'],
    weibo: ['微博', '新浪微博'],
    douyin: ['抖音'],
    kuaishou: ['快手'],
    mastodon: ['长毛象'],
    other: ['其他', '其它']
  },
  label: {
    inquiry: ['咨询', '提问', '求助', 'question'],
    suggestion: ['建议'],
    complaint: ['投诉', '举报'],
    other: ['其他', '其它']
  },
  level: {
    blue: ['蓝', '蓝色', '四级', '一般'],
    yellow: ['黄', '黄色', '三级', '较大'],
    orange: ['橙', '橙色', '二级', '重大'],
    red: ['红', '红色', '一级', '特别重大']
  },
  sentiment: { negative: ['负面', '消极'], neutral: ['中性', '中立'], positive: ['正面', '积极'] }
}

/** The values that a field may have, with their names; none where any value may stand. */
export const valuesOf = (what: Searched, field: Field): Names | undefined =>
  field === 'status' ? STATUS_OF[what] : VALUE_NAMES[field]

/** The value that a name in either language means. */
export function meantBy(names: Names, given: string): string | undefined {
  const wanted = fieldKey(given)
  return Object.entries(names).find(([value, others]) => value === wanted || others.includes(wanted))?.[0]
}
