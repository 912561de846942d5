import type { AccountStanding } from '@huiyin/schemas/account-standing.ts'
import type { Backfill } from '@huiyin/schemas/backfill.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import type { ItemKind } from '@huiyin/schemas/operator-item.ts'
import type { Purpose, Quota } from '@huiyin/schemas/quota.ts'

type Needed =
  | `account.state.${AccountStanding['state'] | 'retired'}`
  | `item.${ItemKind}`
  | `purpose.${Purpose}`
  | `quota.per.${Quota['per']}`
  | `backfill.state.${Backfill['state']}`
  | `can.${Exclude<keyof Capabilities, 'inboxPartial' | 'lookUp' | 'replyLimit'>}`
  | `check.${'what' | 'well' | 'ill'}.${Finding}`

type Finding = 'sign-in' | 'comments' | 'posts' | 'reply' | 'callback' | 'quota' | 'token'

/** Of the office's accounts: how they are collected, and what waits for a person; in Chinese and English. */
export const ACCOUNT_WORDS = {
  accounts: ['账号', 'Accounts'],
  'accounts.add': ['添加账号', 'Add an account'],
  'accounts.summary': ['共 {total} 个，{wrong} 个需要处理', '{total} in all, {wrong} need somebody'],
  'accounts.summary-well': ['共 {total} 个，没有需要处理的', '{total} in all, none needs anybody'],
  'accounts.empty': ['还没有账号', 'No accounts yet'],
  'accounts.empty-hint': ['添加账号后，就会开始收集留言。', 'Comments are collected once an account is added.'],
  'accounts.empty-others': ['请管理员添加账号。', 'Ask an administrator to add one.'],
  'accounts.failed': ['账号没有载入', 'The accounts did not load'],
  'accounts.retired': ['停用的账号 {count} 个', '{count} accounts not in use'],
  'accounts.demo': [
    '演示里的账号是模拟的，不能改动。要接入自己的账号，请以 HUIYIN_DEMO=off 启动。',
    'The accounts of the demonstration are made up and cannot be changed. Start with HUIYIN_DEMO=off to add your own.'
  ],
  'account.state.starting': ['准备中', 'Starting'],
  'account.state.ok': ['正常', 'Normal'],
  'account.state.retrying': ['稍后重试', 'Tries again'],
  'account.state.stopped': ['需要处理', 'Needs somebody'],
  'account.state.paused': ['已暂停', 'Paused'],
  'account.state.retired': ['已停用', 'Not in use'],
  'account.none': ['没有这个账号', 'There is no such account'],
  'account.none-hint': ['可能已改名，请从列表中选择。', 'It may have another name now; choose from the list.'],
  'account.back': ['返回账号列表', 'Back to the accounts'],
  'account.settings': ['配置文件', 'Settings file'],
  'account.settings-hint': [
    '此账号写在配置文件里，请在文件中修改；这里只能查看和检查。',
    'This account stands in the settings file and is changed there; here it can be looked at and checked.'
  ],
  'account.read-only': ['只有管理员可以改动账号。', 'Only administrators change accounts.'],
  'account.problem': ['凭据无法读取：{why}', 'The credentials cannot be read: {why}'],
  'account.starting-hint': [
    '还没有开始收集，通常一分钟内就会开始。',
    'Not collected yet; it usually begins within a minute.'
  ],
  'account.said': ['平台答复：{message}（{code}）', 'The platform said: {message} ({code})'],
  'account.said-bare': ['平台答复：{message}', 'The platform said: {message}'],
  'account.next': ['{at} 再试', 'Tried again {at}'],
  'account.next-soon': ['马上再试', 'Tried again at once'],
  'account.well': ['一切正常', 'All is well'],
  'account.collecting': ['收集情况', 'Collecting'],
  'account.read': ['最近读取', 'Last read'],
  'account.never-read': ['还没有', 'Not yet'],
  'account.posts': ['关注中的发布', 'Posts watched'],
  'account.posts-count': ['{count} 条', '{count}'],
  'account.last-post': ['最近发布', 'Last post'],
  'account.expected': ['预计多久发现', 'Found within'],
  'account.expected-both': ['新发布 {fresh}，旧发布 {old}', '{fresh} under new posts, {old} under old ones'],
  'account.wanted': ['要求 {wanted}', '{wanted} is wanted'],
  'account.too-slow': ['慢于要求', 'slower than that'],
  'account.delay': ['实际多久发现', 'Was found within'],
  'account.delay-both': ['半数在 {p50}内，99% 在 {p99}内', 'half {p50}, 99% {p99}'],
  'account.delay-half': ['半数在 {p50}内', 'half {p50}'],
  'account.delay-of': ['近 24 小时 {count} 条', '{count} in 24 hours'],
  'account.delay-none': ['近 24 小时没有新留言', 'No new comments in 24 hours'],
  'account.coverage': ['已收 / 平台', 'Ours / theirs'],
  'account.coverage-both': ['{ours} / {theirs}', '{ours} / {theirs}'],
  'account.gap': ['少 {gap} 条', '{gap} fewer'],
  'account.no-gap': ['没有缺', 'Nothing is missing'],
  'account.coverage-of': ['{posts} 条发布，{at} 核对', '{posts} posts, compared {at}'],
  'account.people': ['负责人', 'Responsible'],
  'account.others': ['另有 {names}', 'also {names}'],
  'account.nobody': ['未登记', 'Not entered'],
  'account.password': ['密码', 'Password'],
  'account.password-age': ['{days} 天前修改', 'changed {days} days ago'],
  'account.password-today': ['今天修改', 'changed today'],
  'account.password-old': ['超过 90 天，请修改', 'older than 90 days, change it'],
  'account.authorised': ['授权到期', 'Authorised until'],
  'account.since': ['开始使用', 'In use since'],
  'account.changed': ['{who} 改于 {at}', 'changed by {who}, {at}'],
  'account.target': ['发布目标', 'Target'],
  'account.target-words': ['{days} 天 {posts} 条', '{posts} posts in {days} days'],
  'account.todo': ['要做的事', 'To be done'],
  'account.can': ['能做什么', 'What it can do'],
  'account.cannot': ['不能：{what}', 'Cannot: {what}'],
  'can.inbox': ['收到的留言汇总', 'one inbox'],
  'can.comments': ['读取评论', 'read comments'],
  'can.posts': ['列出发布', 'list posts'],
  'can.counts': ['读取互动数', 'read counts'],
  'can.followUp': ['看到网友追问', 'see what citizens answer'],
  'can.reply': ['回复', 'reply'],
  'can.replyAgain': ['再次回复', 'reply again'],
  'can.replace': ['替换回复', 'replace a reply'],
  'can.deleteReply': ['删除回复', 'remove a reply'],
  'can.deleteComment': ['删除评论', 'remove a comment'],
  'can.elect': ['精选评论', 'elect comments'],
  'can.readBack': ['核验回复', 'verify replies'],

  quota: ['调用额度', 'Quota'],
  'quota.left': ['还剩 {remaining} / {calls} 次', '{remaining} of {calls} calls left'],
  'quota.reset': ['{at} 恢复', 'renewed {at}'],
  'quota.scope.app': ['应用共用', 'shared by the app'],
  'quota.per.second': ['每秒', 'Per second'],
  'quota.per.minute': ['每分钟', 'Per minute'],
  'quota.per.5-minutes': ['每 5 分钟', 'Per 5 minutes'],
  'quota.per.hour': ['每小时', 'Per hour'],
  'quota.per.day': ['每天', 'Per day'],
  'quota.none': ['平台没有说明额度', 'The platform names no quota'],
  'quota.skipped': ['额度不够，今天少做了', 'Left out today for want of calls'],
  'quota.skipped-one': ['{what} {calls} 次（{at} 起）', '{what}: {calls} times (since {at})'],
  'quota.used': ['今天用于', 'Used today for'],
  'quota.used-one': ['{what} {calls} 次', '{what} {calls}'],
  'purpose.intake': ['收集新留言', 'new comments'],
  'purpose.read-back': ['核验回复', 'verifying replies'],
  'purpose.deletions': ['查看是否已删除', 'looking for removals'],
  'purpose.engagement': ['更新点赞和回复数', 'likes and replies'],
  'purpose.coverage': ['核对评论总数', 'comparing totals'],

  'note.wechat': [
    '今天手动群发的文章明天早上才会出现，可立即填写编号。',
    'What is sent by hand today appears tomorrow morning; its number can be entered at once.'
  ],
  'note.wechat-do': ['填写编号', 'Enter the number'],
  'note.kuaishou': [
    '快手没有公开的评论接口，评论要在快手里查看，再手工添加。',
    'Kuaishou has no public interface for comments: look in the app, and add them by hand.'
  ],
  'note.kuaishou-off': [
    '此账号设为不收集评论，只看发布和互动数。',
    'Comments of this account are not collected; only its posts and counts are.'
  ],
  'note.douyin': [
    '抖音没有给这个应用开通评论接口：能看到评论数变化，看不到内容。请在抖音里查看，再手工添加，或申请接口。',
    'Douyin does not let this app read comments: their number is seen, their words are not. Look in the app and add them by hand, or apply for the interface.'
  ],
  'note.mastodon': [
    '平台会推送提到本账号的留言；其他留言按时间读取。',
    'What mentions the account comes at once; the rest is read in turn.'
  ],
  'note.other': [
    '留言由您自己的程序签名后推送，这里不主动读取。',
    'Your own programs send comments, signed; nothing is read from here.'
  ],

  'act.check-account': ['检查', 'Check'],
  'check.running': ['正在登录平台、读取一页…', 'Signing in, reading one page…'],
  'check.all-well': ['检查通过，可以正常使用', 'All is well'],
  'check.some-wrong': ['有 {count} 项不通过', '{count} found wrong'],
  'check.results': ['检查结果', 'What was found'],
  'check.ok': ['通过', 'well'],
  'check.not-ok': ['不通过', 'wrong'],
  'check.said': ['{message}（{code}）', '{message} ({code})'],
  'check.well.sign-in': ['平台认可这组凭据', 'The platform takes these credentials'],
  'check.well.comments': ['能读到评论', 'Comments can be read'],
  'check.well.posts': ['能读到发布', 'Posts can be read'],
  'check.well.reply': ['可以回复', 'Replies can be sent'],
  'check.well.callback': ['已设置，推送来的消息会核对签名', 'Set; what comes is checked'],
  'check.well.quota': ['额度够用', 'It suffices'],
  'check.well.token': ['授权有效', 'The authorisation holds'],
  'check.ill.sign-in': ['平台不认可凭据，请核对后重新填写', 'The platform does not take these credentials; check them'],
  'check.ill.comments': ['读不到评论，请确认接口已开通', 'Comments cannot be read; see that the interface is granted'],
  'check.ill.posts': ['读不到发布，请确认接口已开通', 'Posts cannot be read; see that the interface is granted'],
  'check.ill.reply': ['不能回复，请确认接口已开通', 'Replies cannot be sent; see that the interface is granted'],
  'check.ill.callback': ['消息推送设置有误，请核对令牌和密钥', 'The callback is not set up right; check token and key'],
  'check.ill.quota': ['额度不够用', 'The quota does not suffice'],
  'check.ill.token': ['授权已失效，请重新授权', 'The authorisation has ended; authorise again'],
  'check.code.NO_ANSWER': ['平台没有应答，请稍后再试', 'The platform did not answer; try again later'],
  'check.code.NO_CALLBACK': ['没有设置，只能按时读取；需要实时推送时再填', 'Not set: comments are read in turn only'],
  'check.code.VARIANT_OFF': [
    '账号设为未开通评论接口，不收集评论',
    'Set to have no comment interface; none are collected'
  ],
  'check.code.BY_HAND': [
    '快手没有公开的评论接口：看评论数得知有新评论，再手工添加',
    'Kuaishou has no public interface for comments: new ones show in their number and are added by hand'
  ],
  'check.code.40164': [
    '服务器的公网 IP 不在公众号的白名单里，请在公众平台添加',
    'The address of this server is not on the white list; add it on the Official Accounts Platform'
  ],
  'check.code.40125': ['开发者密码 AppSecret 不对，请重新填写', 'The app secret is wrong; enter it again'],
  'check.code.40013': ['AppID 不对，请核对', 'The AppID is wrong; check it'],
  'check.code.48001': ['公众号没有这项接口权限，需完成认证', 'The account lacks this interface; it has to be verified'],
  'check.code.21327': ['访问令牌已过期，请重新授权', 'The access token has expired; authorise again'],
  'check.code.21332': ['访问令牌无效，请重新授权', 'The access token is not valid; authorise again'],
  'check.what.sign-in': ['登录', 'Sign-in'],
  'check.what.comments': ['读取评论', 'Comments'],
  'check.what.posts': ['读取发布', 'Posts'],
  'check.what.reply': ['回复', 'Reply'],
  'check.what.callback': ['消息推送', 'Callback'],
  'check.what.quota': ['调用额度', 'Quota'],
  'check.what.token': ['授权令牌', 'Tokens'],

  'act.pause-account': ['暂停', 'Pause'],
  'act.resume-account': ['恢复', 'Resume'],
  'act.retire-account': ['停用', 'Stop using'],
  'act.retire-sure': [
    '停用后不再收集和回复，工单保留。确定停用？',
    'Nothing is collected or sent any more; tickets stay. Stop using it?'
  ],
  'act.edit-account': ['修改', 'Edit'],
  'account.paused-hint': ['已暂停：不读取，也不发送。', 'Paused: nothing is read or sent.'],

  backfill: ['补采历史留言', 'Read earlier comments'],
  'backfill.hint': [
    '把过去的留言读进来；排在新留言之后，不影响发现新留言。',
    'Reads what was written before, behind all that is new.'
  ],
  'backfill.days': ['过去几天', 'Days back'],
  'backfill.days-n': ['{n} 天', '{n} days'],
  'backfill.history': ['只存档，不生成工单', 'For the record only: no tickets'],
  'act.backfill': ['开始补采', 'Begin'],
  'act.backfill-again': ['再补采一次', 'Read again'],
  'act.backfill-pause': ['暂停补采', 'Pause reading'],
  'act.backfill-resume': ['继续补采', 'Go on'],
  'backfill.state.running': ['补采中', 'Reading'],
  'backfill.state.paused': ['补采已暂停', 'Paused'],
  'backfill.state.done': ['补采完成', 'Done'],
  'backfill.from': ['从 {at} 起', 'from {at} on'],
  'backfill.progress': ['已读 {comments} 条留言，新增 {found} 条', '{comments} comments read, {found} of them new'],
  'backfill.posts': ['{posts} / {of} 条发布', '{posts} of {of} posts'],
  'backfill.waits.calls': [
    '平台允许的调用先用于当前要读的内容，有剩余时继续。',
    'The platform’s calls go to what is due; it goes on when some are left.'
  ],
  'backfill.waits.classifier': [
    '待分类的留言较多，先处理新留言，随后继续。',
    'Much waits to be classified; new comments go first, then it goes on.'
  ],
  'backfill.bar': ['补采进度', 'Progress'],

  'form.account-new': ['添加账号', 'Add an account'],
  'form.account-edit': ['修改账号', 'Edit the account'],
  'form.basics': ['基本信息', 'Account'],
  'form.credentials': ['凭据', 'Credentials'],
  'form.options': ['接口', 'Interfaces'],
  'form.people': ['管理', 'People'],
  'form.more': ['更多设置', 'More settings'],
  'form.platform': ['平台', 'Platform'],
  'form.name': ['账号名称', 'Name'],
  'form.id.wechat': ['开发者 ID（AppID）', 'AppID'],
  'form.id.weibo': ['微博 uid', 'Weibo uid'],
  'form.id.douyin': ['open_id', 'open_id'],
  'form.id.kuaishou': ['open_id', 'open_id'],
  'form.id.mastodon': ['账号名或编号', 'Account name or id'],
  'form.id.other': ['账号编号', 'Account id'],
  'form.id-hint.wechat': ['公众平台 → 设置与开发 → 基本配置', 'Official Accounts Platform → Settings → Basic'],
  'form.id-hint.weibo': ['一串数字，不是昵称', 'A number, not the nickname'],
  'form.id-hint.douyin': ['授权后平台返回的 open_id', 'As the platform gives it when authorised'],
  'form.id-hint.kuaishou': ['授权后平台返回的 open_id', 'As the platform gives it when authorised'],
  'form.id-hint.mastodon': ['如 @qinghe，或实例里的编号', 'Such as @qinghe, or its number on the instance'],
  'form.id-hint.other': ['自己定，推送时使用', 'Your own choice; used when comments are sent'],
  'form.api': ['接口地址', 'Address of the API'],
  'form.api-hint': ['留空用平台自己的地址', 'The platform’s own when empty'],
  'form.api-hint.mastodon': [
    '实例地址，例如 https://mastodon.example',
    'The instance, such as https://mastodon.example'
  ],
  'form.secret-set': ['已设置，留空不变', 'Set; stays when left empty'],
  'form.secret-hint': ['加密保存，之后不再显示', 'Kept encrypted, never shown again'],
  'form.posts': ['要关注的文章编号', 'Numbers of articles to watch'],
  'form.posts-hint': [
    '多个用逗号分开；手动群发的文章在这里或“发布”页填写',
    'Separate several by commas; articles sent by hand are entered here or under Posts'
  ],
  'form.responsible': ['负责人', 'Responsible'],
  'form.authorised': ['其他可用密码的人', 'Who else may use its password'],
  'form.authorised-hint': ['多人用逗号分开', 'Separate several by commas'],
  'form.password-at': ['密码修改时间', 'Password changed'],
  'form.password-hint': ['超过 90 天会提醒', 'A reminder comes after 90 days'],
  'form.fresh': ['新发布的留言多久内发现', 'Find comments under new posts within'],
  'form.old': ['旧发布的留言多久内发现', 'Find comments under old posts within'],
  'form.delay-hint': ['分钟；留空用平台通常的要求', 'Minutes; what is usual when empty'],
  'form.target-posts': ['发布目标：条数', 'Target: posts'],
  'form.target-days': ['发布目标：天数', 'Target: days'],
  'form.target-hint': ['达不到时提醒；留空不提醒', 'A reminder when missed; none when empty'],
  'form.since': ['开始使用', 'In use since'],
  'form.since-hint': [
    '更早 7 天以上的留言算历史，不生成工单',
    'Comments of 7 days before are history and open no tickets'
  ],
  'form.save': ['保存', 'Save'],
  'form.add': ['添加', 'Add'],
  'form.optional': ['（可不填）', ' (optional)'],
  'option.variant.item': ['网站应用', 'Web app'],
  'option.variant.mini-app': ['小程序', 'Mini app'],
  'option.variant.off': ['未开通', 'None'],
  'option.comments.manual-import': ['人工导入', 'Entered by people'],
  'option.comments.partner': ['合作方接口', 'Partner interface'],
  'option.comments.off': ['不收集', 'Not collected'],

  items: ['待处理事项', 'To be done'],
  'items.open': ['{count} 项待处理', '{count} to be done'],
  'items.none': ['没有待处理的事项', 'Nothing waits for anybody'],
  'items.failed': ['没有载入', 'It did not load'],
  'items.since': ['{at} 起', 'since {at}'],
  'items.urgent': ['收集不到留言：', 'Nothing is collected: '],
  'items.others': ['和另外 {count} 个', 'and {count} more'],
  'act.resolve': ['已处理', 'Done'],
  'act.resolve-what': ['“{what}”已处理', '{what}: done'],
  'item.account.authorise': ['需要重新授权', 'Authorise again'],
  'item.account.authorise-soon': ['授权即将到期', 'Authorisation ends soon'],
  'item.account.stopped': ['平台拒绝访问', 'Refused by the platform'],
  'item.account.capability': ['接口未开通', 'Interface not granted'],
  'item.account.silent': ['长时间没有发布', 'Nothing published'],
  'item.account.too-few-posts': ['发布未达目标', 'Too few posts'],
  'item.account.password': ['密码该换了', 'Password is old'],
  'item.webhook.disabled': ['推送地址已停用', 'Webhook disabled'],
  'item.user.unused': ['用户长期未登录', 'Somebody does not sign in'],
  'item.post.look': ['请到平台查看', 'Look on the platform'],
  'item.post.gap': ['收到的比平台少', 'Fewer than the platform counts'],
  'item.post.endless': ['评论列表读不完', 'A list that never ends'],
  'item.go': ['去处理', 'Go there'],
  'item.go-platform': ['去平台查看', 'Open on the platform'],

  'duration.seconds': ['{n} 秒', '{n} s']
} as const satisfies Record<Needed, readonly [zh: string, en: string]> &
  Record<string, readonly [zh: string, en: string]>
