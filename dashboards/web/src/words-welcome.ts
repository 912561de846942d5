import type { Saying } from './words.ts'

export const WELCOME_WORDS = {
  'welcome.failed': ['没有读出来', 'It could not be read'],
  'welcome.kept': [
    '随时可以离开，做到哪里都记着；以后在“系统设置”里找到。',
    'Leave whenever you like: what is done stays done. It is found again in the settings.'
  ],
  'welcome.is-done': ['（已完成）', '(done)'],
  'welcome.next': ['下一步', 'Next'],
  'welcome.later': ['以后再说', 'Later'],
  'welcome.later-hint': ['可以先跳过，以后再做', 'This can be left for later'],

  'welcome.password': ['密码', 'Password'],
  'welcome.password-for': [
    '管理员能看到和修改一切，先保护好自己的账户。',
    'An administrator sees and changes everything: protect your own account first.'
  ],
  'welcome.password-done': ['您用的已经是自己的密码。', 'The password is your own already.'],
  'welcome.password-more': ['建议再开启动态口令（第二道验证）：', 'A second factor is advised:'],

  'welcome.accounts': ['账号', 'Accounts'],
  'welcome.accounts-for': [
    '回音从这些账号的评论区收集网友的话，也从这里回复。',
    'Huiyin listens to what citizens write under the posts of these accounts, and answers there.'
  ],
  'welcome.demo': [
    '现在是演示：网友和留言都是编的，放心试。',
    'This is the demonstration: citizens and comments are made up. Try anything.'
  ],
  'welcome.demo-hint': [
    '看好以后，停下来这样启动，就可以添加真实账号（演示数据不会混进去）：',
    'When you have seen enough, stop it and start it like this to add real accounts; nothing made up is mixed in:'
  ],
  'welcome.add-account': ['添加账号', 'Add an account'],
  'welcome.add-account-hint': [
    '添加时会告诉您每个平台要准备什么；加好后可以马上检查通不通。',
    'It is said what each platform needs, and checked at once.'
  ],

  'welcome.departments': ['部门', 'Departments'],
  'welcome.departments-for': [
    '每件诉求都要有人办。写上有哪些部门、各管什么，系统就能建议派给谁。',
    'Every request needs somebody who handles it. Say which departments there are and what each answers for, and the right one is proposed.'
  ],
  'welcome.departments-usual': [
    '从一般县区常有的十个部门开始，改成您那里的名称就行。',
    'Begin with ten that most counties have and put in your own names.'
  ],
  'welcome.departments-start': ['从常用部门开始', 'Begin with the usual ones'],
  'welcome.departments-empty': ['自己写', 'Write my own'],

  'welcome.channels': ['提醒', 'Alerts'],
  'welcome.channels-for': [
    '快到期、超时、出现紧急事项时，要马上有人知道。发一条测试消息，看看收不收得到。',
    'Somebody has to know at once when something falls due or is urgent. Send a test message and see whether it arrives.'
  ],
  'welcome.no-channel': [
    '还没有提醒通道，现在只在网页上提醒。',
    'There is no channel yet: alerts are shown on the page only.'
  ],
  'welcome.no-channel-hint': [
    '在群里添加机器人，复制它的地址，写进设置文件（HUIYIN_CONFIG 所指的文件），重新启动。通道的密钥只放在那里。',
    'Add a robot to a group, copy its address into the settings file (the one that HUIYIN_CONFIG names), and start again. The keys of channels stand only there.'
  ],
  'welcome.channel-kinds': [
    '企业微信、钉钉、飞书机器人，邮件，或任何能收 webhook 的系统。',
    'Robots of WeCom, DingTalk and Feishu, mail, or whatever takes a webhook.'
  ],
  'welcome.tested': ['已确认能收到：{names}', 'Seen to arrive: {names}'],

  'welcome.duty': ['值班', 'On duty'],
  'welcome.duty-for': [
    '提醒发给谁。至少添加一个人，最好是您自己；有轮班的再排值班表。',
    'Who is told. Add one person at least, best yourself; and a roster where people take turns.'
  ],
  'welcome.add-contact': ['添加联系人', 'Add a contact'],
  'welcome.add-roster': ['排值班表', 'Make a roster'],
  'welcome.roster-name': ['日常值班', 'Duty'],
  'welcome.nobody-told': ['现在没有人会收到提醒。', 'Nobody is told of anything now.'],
  'welcome.gaps': [
    '这些提醒还到不了人；派单的提醒要先在“部门联系”里写上负责人或值班室：',
    'These reach nobody yet; those of dispatches need a head or a duty desk in the contacts of departments:'
  ],
  'welcome.reaches': ['提醒都有人收。', 'Every alert reaches somebody.'],

  'welcome.done': ['完成', 'Done'],
  'welcome.done-for': ['可以开始了。', 'You can begin.'],
  'welcome.still-open': ['还没做的', 'Still open'],
  'welcome.from-now': ['接下来会发生什么', 'What happens from now on'],
  'welcome.happens-demo': [
    '编出来的网友不断留言，几秒内变成工单。',
    'Made-up citizens go on writing; seconds later there are tickets.'
  ],
  'welcome.happens-comments': [
    '几分钟内开始收到评论；以前的可以在账号里补采。',
    'Comments come within minutes; earlier ones can be read again from the account.'
  ],
  'welcome.happens-tickets': [
    '咨询、建议、投诉自动立单计时：一般 24 小时，紧急 1 小时。',
    'Questions, suggestions and complaints become tickets with a clock: 24 hours, or one when urgent.'
  ],
  'welcome.happens-replies': [
    '回复由一人起草、另一人审核，发到原平台并读回核对。',
    'One person writes a reply, another reviews it; it is sent to the platform and read back.'
  ],
  'welcome.happens-alerts': [
    '快到期时提醒值班的人，没人接手就逐级上报。',
    'Who is on duty is warned before it is late; where nobody takes it on the next is told.'
  ],
  'welcome.invite-people': ['添加同事', 'Add colleagues'],
  'welcome.to-tickets': ['去看工单', 'To the tickets'],

  'welcome.invite': [
    '还没有为您的单位设置过：部门、提醒和值班，十分钟就好。',
    'Nothing is set up for your office yet: departments, alerts and duty take ten minutes.'
  ],
  'welcome.begin': ['开始设置', 'Begin'],
  'welcome.not-now': ['以后再说', 'Not now']
} as const satisfies Record<string, Saying>
