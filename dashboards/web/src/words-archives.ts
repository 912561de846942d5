import type { PackKind } from '@huiyin/schemas/archive.ts'
import type { Saying } from './words.ts'

/** What the api may say: a new one does not compile until it has words. */
type Needed = `archive.kind.${PackKind}`

export const ARCHIVES_WORDS = {
  archive: ['档案', 'Archive'],
  'archive.total': ['共 {count} 份', '{count} in all'],
  'archive.failed': ['档案没有载入', 'The archives did not load'],
  'archive.empty': ['还没有归档', 'Nothing was archived yet'],
  'archive.empty-hint': [
    '把已经结束的年度归档封存，可随时导出成不依赖本系统的文件夹。',
    'Seal a year that is over; it can be taken out as a folder that opens without Huiyin.'
  ],
  'archive.empty-others': ['由系统管理员、负责人或审计员归档。', 'Administrators, heads and auditors make them.'],
  'archive.nothing': ['没有这样的档案', 'None like that'],
  'archive.year': ['年度', 'Year'],
  'archive.of-year': ['{year}年', '{year}'],
  'archive.kind': ['类别', 'Kind'],
  'archive.kind.publications': ['发布内容', 'Publications'],
  'archive.kind.replies': ['回复', 'Replies'],
  'archive.kind.reports': ['监测报告', 'Reports'],
  'archive.kind.training': ['培训与台账', 'Trainings and register'],
  'archive.kind.inspection': ['检查材料', 'Inspection pack'],
  'archive.packs': ['检查材料', 'Inspection packs'],

  'archive.state.building': ['归档中', 'Being made'],
  'archive.state.sealed': ['已封存', 'Sealed'],
  'archive.state.destroyed': ['已销毁', 'Destroyed'],
  'archive.state.failed': ['没有归成', 'Failed'],
  'archive.state.proposed': ['待批准销毁', 'Destruction proposed'],
  'archive.rows': ['{count} 行', '{count} rows'],
  'archive.rows-so-far': ['已写 {count} 行', '{count} rows so far'],
  'archive.files': ['{count} 个文件，{size}', '{count} files, {size}'],
  'archive.sealed-at': ['{at} 封存', 'Sealed {at}'],
  'archive.term': ['保管到 {at}', 'Kept until {at}'],
  'archive.permanent': ['永久保管', 'Kept for ever'],
  'archive.no-term': ['不在封存链中，没有保管期限', 'In no chain, without a term'],
  'archive.over': ['保管期已满', 'Its term is over'],
  'archive.by': ['{who} 提出', 'Asked for by {who}'],

  'archive.make': ['归档', 'Archive a year'],
  'archive.make-title': ['归档一个年度', 'Archive a year'],
  'archive.make-hint': [
    '只能归档已经结束的年度。封存以后不再改动；归档在后台进行，可以离开此页。',
    'Of a year that is over. What is sealed never changes. It is made in the background; you may leave.'
  ],
  'archive.has': ['{label} · 已归档', '{label} · sealed'],
  'archive.inspect': ['编制检查材料', 'Inspection pack'],
  'archive.inspect-hint': [
    '互动回应检查用：各账号的应答情况、每条应答的时限与结果、删除评论的依据和审批。',
    'For those who inspect how the office answers: what was owed and answered, each with its proof.'
  ],
  'archive.from': ['开始', 'From'],
  'archive.to': ['结束', 'Until'],
  'archive.accounts': ['账号', 'Accounts'],
  'archive.accounts-hint': ['不选就是全部账号', 'None chosen: all of them'],
  'archive.back': ['返回列表', 'Back to the list'],
  'archive.making': ['正在归档', 'Being made'],
  'archive.making-hint': ['可以离开此页；停电、重启后会接着做。', 'You may leave; it goes on after a restart.'],
  'archive.not-made': ['没有归成。', 'It could not be made.'],
  'archive.again': ['重新归档', 'Try again'],
  'archive.none': ['没有这份档案', 'There is no such archive'],
  'archive.none-hint': ['可能链接有误。', 'The link may be wrong.'],

  'archive.seal': ['封存校验', 'The seal'],
  'archive.sha256': ['清单校验值（SHA-256）', 'Checksum of the manifest (SHA-256)'],
  'archive.previous': ['前一份档案的校验值', 'Checksum of the archive before it'],
  'archive.nth': ['第 {n} 份封存的档案', 'The {n}th archive that was sealed'],
  'archive.prove': ['校验', 'Prove it'],
  'archive.prove-hint': [
    '逐个文件核对校验值，并核对它在封存链中的位置。',
    'Every file is checked, and its place in the chain.'
  ],
  'archive.proving': ['正在逐个文件核对…', 'Checking every file…'],
  'archive.whole': ['完好：每个文件都与封存时一致。', 'Whole: every file is as it was sealed.'],
  'archive.wrong': ['校验不符，共 {count} 处：', '{count} things are wrong:'],
  'archive.download': ['下载文件夹（ZIP）', 'Download the folder (ZIP)'],
  'archive.download-hint': [
    '解压后用任何浏览器打开 index.html。下载会记入操作留痕。',
    'Unpack it and open index.html in any browser. The trail notes who took it.'
  ],
  'archive.downloading': ['正在取出…', 'Taking it out…'],
  'archive.too-large': [
    '超过 4 GB，请用命令 huiyin archive export 导出。',
    'Over 4 GB: take it out with huiyin archive export.'
  ],

  'archive.destruction': ['到期销毁', 'Destruction'],
  'archive.destroyable': ['{at} 起可以销毁', 'It may be destroyed from {at} on'],
  'archive.propose': ['提出销毁', 'Propose to destroy it'],
  'archive.propose-hint': [
    '保管期已满的档案，一人提出、另一人批准后销毁；清单和校验值保留。',
    'One person proposes, another decides. Its manifest and checksums stay.'
  ],
  'archive.why': ['理由', 'Why'],
  'archive.proposed': ['{who} 于 {at} 提出销毁', 'Proposed by {who}, {at}'],
  'archive.needs-another': ['须由另一个人批准。', 'Another person has to decide.'],
  'archive.destroy': ['批准销毁', 'Destroy it'],
  'archive.destroy-hint': ['销毁后不能恢复。', 'It cannot be brought back.'],
  'archive.destroyed': [
    '{who} 于 {at} 批准，已销毁；清单和校验值仍保留。',
    'Destroyed by {who}, {at}; its manifest and checksums stay.'
  ]
} as const satisfies Record<Needed, Saying> & Record<string, Saying>
