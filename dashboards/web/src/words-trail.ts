import type { Verification } from '@huiyin/schemas/trail.ts'
import type { Saying } from './words.ts'

type Needed = `trail.broken.${Verification['findings'][number]['what']}`

/** Of the audit trail. */
export const TRAIL_WORDS = {
  'trail.person': ['谁做的（登录名）', 'Who did it (sign-in name)'],
  'trail.type': ['做了什么', 'What was done'],
  'trail.subject': ['工单编号或对象', 'Ticket number, or what it is about'],
  'trail.subject-hint': ['填工单编号，或点某条记录后面的对象', 'A ticket’s number, or click what a row is about'],
  'trail.from': ['从哪天', 'From'],
  'trail.to': ['到哪天', 'To'],
  'trail.span': ['至', 'to'],
  'trail.clear': ['清除筛选', 'Clear'],
  'trail.shown': ['已列出 {count} 条，最新在前', '{count} listed, the newest first'],
  'trail.shown-more': ['已列出 {count} 条，往下还有', '{count} listed, more below'],
  'trail.failed': ['留痕没有载入', 'The trail did not load'],
  'trail.none': ['没有这样的记录', 'Nothing like that'],
  'trail.none-hint': ['放宽日期，或去掉一个条件。', 'Choose more days, or one condition less.'],
  'trail.state': ['留痕状态', 'The state of the trail'],
  'trail.links': ['共 {links} 条留痕，环环相扣', '{links} links in the chain'],
  'trail.anchored': ['{ago}签名存证（第 {n} 次）', 'Signed {ago} (anchor {n})'],
  'trail.anchored-never': ['还没有签名存证，通常一小时内就有', 'Not signed yet; it is within an hour'],
  'trail.anchored-late': [
    '上次签名存证是{ago}，应当每小时一次；请看“系统”里记录服务是否正常。',
    'It was signed last {ago}, and should be each hour; see that the scribe is well.'
  ],
  'trail.verified': ['{at} 核验过，没有发现改动', 'Verified {at}: nothing was altered'],
  'trail.verified-part': [
    '{at} 核验过 {from} – {to}，没有发现改动',
    'Verified {at}, {from} – {to}: nothing was altered'
  ],
  'trail.verified-facts': ['查了 {rows} 条记录、{anchors} 次存证', '{rows} rows and {anchors} anchors seen'],
  'trail.verified-redacted': [
    '{redacted} 条依法抹去内容，链条完好',
    '{redacted} rows redacted by right; their links stand'
  ],
  'trail.unverified': ['还没有核验过', 'Never verified'],
  'trail.unverified-hint': [
    '请管理员在服务器上运行留痕核验（见手册“留痕”一章），结果会显示在这里。',
    'Run huiyin audit verify on the server: it checks every link and keeps what it found.'
  ],
  'trail.broken': ['核验发现 {broken} 处问题', 'Verification found {broken} wrong'],
  'trail.broken-hint': [
    '立即报告负责人和保密部门，保留数据文件夹和异地的存证副本，不要重启或清理。',
    'Tell the head at once. Keep the data folder and the copies of anchors elsewhere as they are; do not clean up.'
  ],
  'trail.broken.link-missing': ['有留痕被抽走', 'Links are missing'],
  'trail.broken.link-altered': ['留痕被改动', 'A link was altered'],
  'trail.broken.link-unchained': ['链条接不上', 'A link does not follow'],
  'trail.broken.row-missing': ['记录被删除', 'A row is gone'],
  'trail.broken.row-altered': ['记录被改动', 'A row was altered'],
  'trail.broken.row-unlinked': ['混入了没有留痕的记录', 'A row that the trail does not know'],
  'trail.broken.anchor-missing': ['存证缺失', 'An anchor is missing'],
  'trail.broken.anchor-altered': ['存证被改动', 'An anchor was altered'],
  'trail.broken.anchor-broken': ['存证与留痕对不上', 'An anchor does not fit the chain'],
  'trail.broken.key-unknown': ['签名密钥不对', 'Signed by another key'],
  'trail.export': ['导出（含证明）', 'Export with proof'],
  'trail.export-of': ['{from} 至 {to}', '{from} to {to}'],
  'trail.export-hint': [
    '导出的文件自带证明，可在任何装有回音的机器上核验；导出本身也会留痕。',
    'The file proves itself on any machine with huiyin audit verify --file; that it was exported is in the trail too.'
  ],
  'trail.proof': ['留痕 {id}', 'Link {id}'],
  'trail.proof-none': ['刚发生，正在留痕', 'Just now; its link is being made'],
  'trail.hash': ['校验值', 'Hash'],
  'trail.event-id': ['记录编号', 'Id'],
  'trail.actor-id': ['登录名', 'Sign-in name'],
  'trail.redacted': ['内容已依法抹去', 'What it said was taken out by right'],
  'trail.service': ['{name}（自动）', '{name} (automatic)'],
  'trail.only-person': ['只看 {who}', 'Only {who}'],
  'trail.only-subject': ['只看 {what}', 'Only {what}'],
  'trail.group.ticket': ['工单', 'Tickets'],
  'trail.group.reply': ['回复和评论处理', 'Replies and moderation'],
  'trail.group.dispatch': ['派单和附件', 'Dispatches and files'],
  'trail.group.clock': ['计时和提醒', 'Clocks and alerts'],
  'trail.group.people': ['登录和人员', 'Sign-in and people'],
  'trail.group.house': ['系统和配置', 'System and settings'],
  'trail.group.incident': ['舆情事件', 'Incidents'],
  'trail.group.paper': ['通知、报告、考核、归档', 'Letters, reports, appraisal, archives'],
  'trail.of.person': ['登录账户 {id}', 'Person {id}'],
  'trail.of.settings': ['系统配置', 'Settings'],
  'trail.of.export': ['导出', 'Export'],
  'trail.of.item': ['待办事项', 'Item'],
  'trail.of.job': ['批量处理', 'Bulk work'],
  'trail.of.letter': ['通知', 'Letter'],
  'trail.of.report': ['监测报告', 'Report'],
  'trail.of.register': ['台账', 'Register'],
  'trail.of.appraisal': ['考核', 'Appraisal'],
  'trail.of.archive': ['档案', 'Archive'],
  'trail.of.incident': ['舆情事件', 'Incident'],
  'trail.of.parked': ['搁置的消息', 'Parked message'],
  'trail.of.post': ['发布', 'Post'],
  'trail.of.backfill': ['补采', 'Back-fill'],
  'trail.of.rebuild': ['重建索引', 'Rebuilding'],
  'trail.of.trail': ['留痕', 'The trail'],
  'trail.of.webhook': ['推送地址', 'Webhook'],
  'trail.of.search': ['检索', 'Search'],
  'trail.of.token': ['接口令牌', 'Token']
} as const satisfies Record<Needed, Saying> & Record<string, Saying>
