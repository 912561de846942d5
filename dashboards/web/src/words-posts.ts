import type { Post } from '@huiyin/schemas/post.ts'

type Needed = `post.source.${Post['source']}`

/** Of what the office published, and of what people add by hand; in Chinese and English. */
export const POST_WORDS = {
  posts: ['发布', 'Posts'],
  'posts.account': ['账号', 'Account'],
  'posts.all': ['全部账号', 'All accounts'],
  'posts.total': ['共 {total} 条发布', '{total} posts'],
  'posts.add': ['添加发布', 'Add a post'],
  'posts.empty': ['还没有发布', 'No posts yet'],
  'posts.empty-hint': ['平台上的发布会自动出现，也可以手工添加。', 'They appear by themselves, or are added by hand.'],
  'posts.none-of': ['这个账号还没有发布', 'This account has no posts yet'],
  'posts.failed': ['发布没有载入', 'The posts did not load'],
  'post.published': ['发布于 {at}', 'published {at}'],
  'post.found': ['发现于 {at}', 'found {at}'],
  'post.source.poll': ['平台列出', 'listed'],
  'post.source.comment': ['由评论得知', 'known by a comment'],
  'post.source.hand': ['手工添加', 'added by hand'],
  'post.source.settings': ['账号设置', 'in the settings'],
  'post.gone': ['已看不到', 'Not to be read'],
  'post.gone-since': ['{at} 起在平台上看不到（{code}）', 'not to be read since {at} ({code})'],
  'post.reads': ['阅读', 'Reads'],
  'post.likes': ['点赞', 'Likes'],
  'post.comments': ['评论', 'Comments'],
  'post.reposts': ['转发', 'Reposts'],
  'post.untold': ['平台没有提供', 'The platform does not tell'],
  'post.counted': ['{at} 的数', 'as of {at}'],
  'post.collected': ['已收 / 平台', 'Ours / theirs'],
  'post.collected-only': ['已收 {ours}', '{ours} ours'],
  'post.gap': ['少 {gap}', '{gap} fewer'],
  'post.trend': ['{what}走势：{from} → {to}', '{what}: {from} → {to}'],
  'post.see-comments': ['看留言', 'Comments'],

  'post-form.title': ['添加发布', 'Add a post'],
  'post-form.account': ['账号', 'Account'],
  'post-form.post': ['发布编号', 'Id of the post'],
  'post-form.post.wechat': ['文章编号（msg_data_id）', 'Number of the article (msg_data_id)'],
  'post-form.help': ['在哪里找编号', 'Where the number is'],
  'post-form.help.wechat': [
    '公众平台 → 内容与互动 → 发表记录，打开文章的留言管理，网址里 msg_data_id= 或 comment_id 旁的数字就是；第几篇从 0 数起，例如 2650000001_0。',
    'Official Accounts Platform → Published, open the comments of the article: the number after msg_data_id= in the address; articles of one message count from 0, such as 2650000001_0.'
  ],
  'post-form.help.weibo': ['微博的数字编号，在微博网址的最后一段。', 'The number at the end of the post’s address.'],
  'post-form.help.douyin': [
    '作品的 item_id，在抖音开放平台的返回里。',
    'The item_id, as Douyin’s open platform gives it.'
  ],
  'post-form.help.kuaishou': ['作品的 photo_id。', 'The photo_id of the work.'],
  'post-form.help.mastodon': ['嘟文网址最后一段的数字。', 'The number at the end of the status’s address.'],
  'post-form.help.other': ['推送留言时用的发布编号。', 'The id under which its comments are sent.'],
  'post-form.name': ['标题', 'Title'],
  'post-form.link': ['链接', 'Link'],
  'post-form.published': ['发布时间', 'Published'],
  'post-form.add': ['添加并开始收集', 'Add and collect'],
  'post-form.added': ['已添加，几秒后开始收集留言', 'Added; its comments are collected in a few seconds'],

  hand: ['手工添加留言', 'Add a comment by hand'],
  'hand.open': ['手工添加', 'Add by hand'],
  'hand.hint': [
    '接口拿不到的留言，从这里录入；之后和其他留言一样研判、计时。',
    'For what no interface gives; judged and timed like any other.'
  ],
  'hand.account': ['账号', 'Account'],
  'hand.link': ['链接', 'Link'],
  'hand.link-hint': ['发布或留言的网址', 'The address of the post or comment'],
  'hand.post': ['发布', 'Post'],
  'hand.post-unknown': ['不知道是哪条发布', 'Post not known'],
  'hand.text': ['留言内容', 'The comment'],
  'hand.author': ['网友', 'Citizen'],
  'hand.author-hint': ['平台上显示的名字', 'The name shown on the platform'],
  'hand.at': ['留言时间', 'Written'],
  'hand.at-hint': ['时限从这一刻算起', 'Clocks count from then'],
  'hand.picture': ['截图', 'Screenshot'],
  'hand.picture-how': ['拖到这里、粘贴，或', 'Drop it here, paste it, or'],
  'hand.picture-choose': ['选择图片', 'choose a picture'],
  'hand.picture-kinds': ['PNG、JPEG 或 WebP，2 MB 以内', 'PNG, JPEG or WebP, up to 2 MB'],
  'hand.picture-of': ['截图预览：{name}，{size}', 'Preview: {name}, {size}'],
  'hand.picture-remove': ['移除截图', 'Remove it'],
  'hand.picture-big': [
    '图片有 {size}，超过 2 MB，请缩小后再添加。',
    'The picture has {size}, more than 2 MB; make it smaller.'
  ],
  'hand.picture-kind': ['只能用 PNG、JPEG 或 WebP 图片。', 'Only PNG, JPEG or WebP pictures.'],
  'hand.send': ['添加留言', 'Add the comment'],
  'hand.done': [
    '已添加。研判后会出现在工单里，通常几秒钟。',
    'Added. It is judged within seconds and appears among the tickets.'
  ],
  'hand.known': ['这条留言已经有了。', 'This comment is there already.'],
  'hand.ticket': ['打开工单', 'Open its ticket'],
  'hand.waiting': ['正在等待研判…', 'Waiting for the judgement…'],
  'hand.no-ticket': ['没有生成工单，可在“留言”里找到。', 'It opened no ticket; it is found among the comments.'],
  'hand.another': ['再添加一条', 'Add another'],
  'hand.close': ['关闭', 'Close']
} as const satisfies Record<Needed, readonly [zh: string, en: string]> &
  Record<string, readonly [zh: string, en: string]>
