/** What is said when something was refused or failed, by the code of the problem; in Chinese and English. */
export const PROBLEM_WORDS = {
  'problem.QUERY_INVALID': ['检索式有误，请看标出的位置。', 'The query has a mistake at the place shown.'],
  'problem.SUBSCRIPTION_NOT_FOUND': ['没有这份订阅。', 'There is no such subscription.'],
  'problem.SEARCH_NOT_FOUND': ['没有这个已存检索。', 'There is no such saved search.'],
  'problem.REBUILD_RUNNING': ['索引正在重建，请稍后再试。', 'The index is being rebuilt; try again later.'],
  'problem.REBUILD_FAILED': [
    '索引重建未通过核对，仍使用原索引。',
    'The rebuild failed its checks; the old index goes on.'
  ],
  'problem.INCIDENT_NOT_FOUND': ['没有这个舆情事件。', 'There is no such incident.'],
  'problem.INCIDENT_CLOSED': ['舆情事件已办结，请先重启。', 'The incident is closed; reopen it first.'],
  'problem.INCIDENT_STATE': [
    '舆情事件当前状态不能这样操作，请重新载入。',
    'The incident does not stand so that this can be done; reload.'
  ],
  'problem.STEP_NOT_FOUND': ['没有这项应急任务。', 'There is no such step.'],
  'problem.LETTER_NOT_FOUND': ['没有这份通知。', 'There is no such letter.'],
  'problem.INSTRUCTION_NOT_FOUND': ['没有这项批示，请重新载入。', 'There is no such instruction; reload.'],
  'problem.REPORT_NOT_FOUND': ['没有这份报告。', 'There is no such report.'],
  'problem.REPORT_INVALID': ['报告参数有误。', 'The report cannot be made of this.'],
  'problem.ENTRY_NOT_FOUND': ['台账中没有这一项。', 'There is no such entry in the register.'],
  'problem.ENTRY_STATE': [
    '这一项当前状态不能这样操作，请重新载入。',
    'The entry does not stand so that this can be done; reload.'
  ],
  'problem.APPRAISAL_NOT_FOUND': ['没有这份考核表。', 'There is no such appraisal.'],
  'problem.ARCHIVE_NOT_FOUND': ['没有这份档案。', 'There is no such archive.'],
  'problem.ARCHIVE_SEALED': ['档案已封存，不能再改。', 'The archive is sealed and does not change.'],
  'problem.ARCHIVE_DAMAGED': ['档案校验不符。', 'The archive does not agree with its checksums.'],
  'problem.ASSISTANT_OFF': ['没有启用智能拟稿。', 'Proposals by machine are off here.'],
  'problem.ASSISTANT_FAILED': [
    '智能拟稿服务没有给出可用的回答，请自行撰写或稍后再试。',
    'The assistant gave no usable answer; write it yourself, or try again later.'
  ],
  'problem.PROPOSAL_NOT_FOUND': ['这条工单没有这份拟稿建议。', 'There is no such proposal for this ticket.'],
  'problem.ERASURE_NOT_FOUND': ['没有这项删除申请。', 'There is no such erasure.'],
  'problem.ERASURE_STATE': ['这项删除申请已有决定。', 'This erasure is decided already.'],
  'problem.PRINTER_MISSING': ['本机没有可用的浏览器，无法生成 PDF。', 'No browser is there to print a PDF with.'],
  'problem.TICKET_NOT_FOUND': ['没有这条工单，可能属于另一套系统。', 'There is no such ticket.'],
  'problem.TICKET_CLOSED': ['工单已忽略，请先重新打开。', 'The ticket is dismissed; reopen it first.'],
  'problem.SOMEBODY_WAS_FASTER': ['有人先处理了，请重新载入。', 'Somebody was faster; reload.'],
  'problem.KEY_REUSED': ['内容已改动，请再提交一次。', 'The content has changed; submit again.'],
  'problem.COMMENT_NOT_ON_TICKET': [
    '这条留言不在此工单的记录里，请更正整条工单。',
    'The comment is none of this ticket’s turns; correct the ticket itself.'
  ],
  'problem.NOTHING_OWED': ['没有等待回复的留言。', 'Nobody waits for an answer.'],
  'problem.REPLY_UNDER_WAY': ['上一条回复还在路上。', 'A reply is on its way.'],
  'problem.TOO_MUCH_UNPUBLISHED': [
    '消息通道中断较久，暂时不能操作，请稍后再试。',
    'The log has been away for long; try later.'
  ],
  'problem.STORE_UNAVAILABLE': ['数据库暂时没有应答，请重试。', 'The store did not answer; try again.'],
  'problem.LOG_UNAVAILABLE': ['消息通道暂时没有应答，请重试。', 'The log did not answer; try again.'],
  'problem.NOT_SIGNED_IN': ['登录已过期，请重新登录。', 'Your session has ended.'],
  'problem.ANOTHER_PERSON': [
    '这个浏览器已由另一位同事登录，刚才的操作没有执行。',
    'Somebody else has signed in here; nothing was done.'
  ],
  'problem.WRONG_PASSWORD': ['用户名或密码不对。', 'The name or the password is wrong.'],
  'problem.TOO_MANY_TRIES': ['尝试次数过多，请稍后再试。', 'Too many tries; wait a little.'],
  'problem.INVALID_REQUEST': ['服务器不接受这个请求：{detail}', 'The server refused the request: {detail}'],
  'problem.CROSS_SITE': ['请求来源不被信任，请从系统地址打开本页。', 'The request came from another site.'],
  'problem.NETWORK': ['连不上服务器，请检查网络后重试。', 'The server cannot be reached; check the network.'],
  'problem.REPLY_NOT_APPROVED': [
    '这份回复没有获准发送，请重新载入。',
    'This reply is not approved as it stands; reload.'
  ],
  'problem.STORE_DAMAGED': [
    '数据文件已损坏，请联系管理员从备份恢复。',
    'The data file is damaged; an administrator has to restore it from a backup.'
  ],
  'problem.STORE_REFUSED': [
    '数据库不接受这份记录，请联系管理员。',
    'The store refused the record; ask an administrator.'
  ],
  'problem.EVENT_TOO_LARGE': ['内容过长，请缩短后再提交。', 'That is too long; shorten it and try again.'],
  'problem.SETTINGS_INVALID': [
    '系统配置有误，请联系管理员：{detail}',
    'The settings are wrong; ask an administrator: {detail}'
  ],
  'problem.FOLDER_IN_USE': [
    '数据目录正被另一个程序使用，请联系管理员。',
    'Another process uses the data folder; ask an administrator.'
  ],
  'problem.ROUTE_NOT_FOUND': [
    '服务器没有这项功能，可能版本较旧。',
    'The server knows no such thing; it may be an older version.'
  ],
  'problem.SEEN_MISSING': [
    '请求缺少所见的版本，请重新载入页面。',
    'The request does not say what you saw; reload the page.'
  ],
  'problem.PARKED_NOT_FOUND': ['没有这条搁置的消息。', 'There is no such parked message.'],
  'problem.PARKED_IS_CUT': [
    '消息过长、没有完整保存，不能重放。',
    'The message was too long to be kept whole and cannot be replayed.'
  ],
  'problem.LOG_OFFSET_LOST': [
    '消息通道的读取位置已丢失，请联系管理员。',
    'The place in the log is lost; ask an administrator.'
  ],
  'problem.EVENT_UNKNOWN': [
    '这条消息由更新的版本写入，请先升级。',
    'A later release wrote this message; upgrade first.'
  ],
  'problem.CALENDAR_INVALID': [
    '日历有误，无法计算时限：{detail}',
    'The calendar is wrong; no due time can be told: {detail}'
  ],
  'problem.PAUSE_NOT_ALLOWED': [
    '此时限现在不能暂停或恢复：首次回复只在平台故障时可停，紧急件本部门不能自行暂停。',
    'This clock cannot be paused or resumed now: a first reply pauses only for an outage, and nobody pauses their own urgent case.'
  ],
  'problem.RULES_INVALID': ['规则不能这样保存：{detail}', 'The rules cannot be saved like that: {detail}'],
  'problem.VERSION_EXISTS': [
    '这个版本号已被另一份内容使用，请换一个版本号。',
    'That version is taken by another content; name a new one.'
  ],
  'problem.NOT_ALLOWED': [
    '您的岗位不能做这一步，请找有权限的同事。',
    'Your role may not do this; ask a colleague who may.'
  ],
  'problem.DISPATCH_NOT_FOUND': ['没有这份派单，请重新载入。', 'There is no such dispatch; reload.'],
  'problem.DISPATCH_ACTIVE': [
    '已有部门在办；先撤回或转办，再派给别的部门。',
    'A department has it; withdraw or transfer it first.'
  ],
  'problem.DISPATCH_OVER': [
    '这份派单已经签收或结束，请重新载入。',
    'This dispatch is signed for or over already; reload.'
  ],
  'problem.BOUNCE_TOO_LATE': [
    '退单时限已过；确有异议，请负责人裁定。',
    'It is too late to send it back; ask the head to rule.'
  ],
  'problem.BOUNCE_FINAL': [
    '不能再退单：已经裁定，或退单次数已满。',
    'It cannot be sent back any more: it was ruled, or was sent back too often.'
  ],
  'problem.GROUNDS_NEEDED': ['请写明依据，并提出应由哪个部门承办。', 'Give the grounds, and name whose it is.'],
  'problem.NOTHING_TO_RULE': ['没有需要裁定的派单。', 'There is no dispatch to rule on.'],
  'problem.SAME_DEPARTMENT': ['已经在这个部门，不用转办。', 'It is with that department already.'],
  'problem.ASK_NOT_FOUND': ['没有这份申请，请重新载入。', 'There is no such request; reload.'],
  'problem.ASK_OPEN': ['同样的申请还在等待审批。', 'The same request still waits for a decision.'],
  'problem.ASK_DECIDED': ['这份申请已经审批过。', 'This request was decided already.'],
  'problem.SECOND_PERSON_NEEDED': ['这一步要由另一个人来做。', 'Another person has to do this.'],
  'problem.OUTSIDER_NEEDED': ['延期要由承办部门以外的人审批。', 'Somebody outside the department has to decide this.'],
  'problem.TOO_LATE': [
    '已经到期，来不及了；延期须在到期前申请和批准。',
    'It is due already; more time is asked for and granted before that.'
  ],
  'problem.UNTIL_NOT_ALLOWED': ['时间不在允许范围内：{detail}', 'That time is not allowed: {detail}'],
  'problem.INTERIM_REPLY_NEEDED': [
    '申请延期前，先公开回复进展。',
    'Tell the citizen how it stands before you ask for more time.'
  ],
  'problem.NOT_URGENT': ['这条工单不是紧急件。', 'This ticket is not urgent.'],
  'problem.CLOCK_NOT_RUNNING': ['这项时限没有在计时，请重新载入。', 'That clock does not run; reload.'],
  'problem.ANSWER_OWED': [
    '还有网友在等回复，先回复再办结。',
    'Somebody still waits for an answer; reply before you close.'
  ],
  'problem.EXCEPTION_NEEDED': [
    '没有办理结果不能直接办结，请申请“无结果办结”。',
    'Without a result it cannot be closed; ask for that exception.'
  ],
  'problem.NOT_CLOSED_YET': ['办结后才能登记满意度。', 'Satisfaction is told after the case is closed.'],
  'problem.SUPERVISION_NOT_FOUND': ['没有这项督办，请重新载入。', 'There is no such supervision; reload.'],
  'problem.TOO_MANY': ['已到数量上限，先结束几项再加。', 'There are too many already; end some first.'],
  'problem.REPLY_NOT_FOUND': ['没有这份回复，请重新载入。', 'There is no such reply; reload.'],
  'problem.REPLY_CHANGED': ['这份回复已有改动，请看过最新内容再操作。', 'This reply has changed; read it again first.'],
  'problem.REPLY_LOCKED': [
    '已上报负责人：放行或指定发言人之前，只能发先行回复。',
    'Reported to the head: until released, only a holding reply may be sent.'
  ],
  'problem.REPLY_INVALID': ['这份回复不能这样提交：{detail}', 'The reply cannot be handed in like that: {detail}'],
  'problem.REPLY_REFUSED': [
    '回复里有不能公开的内容，请按提示修改。',
    'The reply holds what may not be public; change it as said.'
  ],
  'problem.TEMPLATE_INVALID': ['模板有误：{detail}', 'The template is wrong: {detail}'],
  'problem.TEMPLATE_NOT_FOUND': ['没有这个模板，请重新选择。', 'There is no such template; choose again.'],
  'problem.ALREADY_MERGED': ['这条工单已经合并。', 'This ticket is merged already.'],
  'problem.NOT_THE_YOUNGER': ['只能由较晚的工单并入较早的工单。', 'Only the younger ticket joins the elder.'],
  'problem.INTO_MERGED': [
    '那条工单自己已并入别处，请并入它的去向。',
    'That ticket has joined another itself; join that one.'
  ],
  'problem.NOT_MERGED': ['这条工单没有合并，不用拆分。', 'This ticket is not merged.'],
  'problem.STILL_SUPERVISED': ['督办还没有结束，不能这样做。', 'It is still under supervision.'],
  'problem.LINK_INVALID': ['链接无效，请从提醒中重新打开。', 'The link is not valid; open it again from the alert.'],
  'problem.LINK_EXPIRED': ['链接已过期，请用最新提醒中的链接。', 'The link has expired; use the newest alert’s.'],
  'problem.ACCOUNT_NOT_FOUND': ['没有这个账号，请重新载入。', 'There is no such account; reload.'],
  'problem.ACCOUNT_EXISTS': [
    '这个账号已经在列表或配置文件里，请直接修改那一个。',
    'This account is there already, here or in the settings file; change that one.'
  ],
  'problem.ACCOUNT_INVALID': ['账号填写有误，请按提示改好。', 'The account is not right yet; change what is marked.'],
  'problem.ITEM_NOT_FOUND': ['没有这个事项，可能已处理。', 'There is no such thing to do; it may be done.'],
  'problem.COMMENT_NOT_FOUND': ['没有这条留言。', 'There is no such comment.'],
  'problem.PASSWORD_REFUSED': ['这个密码不符合要求。', 'This password cannot be taken.'],
  'problem.PASSWORD_CHANGE_NEEDED': ['请先修改密码。', 'Change your password first.'],
  'problem.SECOND_FACTOR_NEEDED': ['请输入动态验证码。', 'Enter the code of your authenticator.'],
  'problem.SECOND_FACTOR_WRONG': ['验证码不正确或已使用。', 'The code is wrong or was used.'],
  'problem.SECOND_FACTOR_STANDS': ['已启用二次验证。', 'A second factor is set up already.'],
  'problem.SECOND_FACTOR_MISSING': ['请重新开始设置二次验证。', 'Begin the set-up again.'],
  'problem.USER_NOT_FOUND': ['没有这个登录账户。', 'Nobody signs in by that name.'],
  'problem.USER_EXISTS': ['登录名已被使用，请换一个。', 'That sign-in name is taken; choose another.'],
  'problem.USER_STATE': ['账户状态已变化，请刷新后再试。', 'It is not as you saw it; look again.'],
  'problem.USER_INVALID': ['账户信息不正确，请按提示修改。', 'It cannot be saved like that; see what is wrong.'],
  'problem.LAST_ADMINISTRATOR': [
    '这是唯一的系统管理员，不能停用。',
    'This is the only administrator; another has to be there first.'
  ],
  'problem.TOKEN_NOT_FOUND': ['没有这个接口令牌。', 'There is no such token.'],
  'problem.TOKEN_INVALID': ['令牌的权限不能这样设置。', 'A token cannot do that.'],
  'problem.SESSION_NOT_FOUND': ['没有这个会话，可能已退出。', 'There is no such session; it may have ended.'],
  'problem.SINGLE_SIGN_ON_OFF': ['没有配置统一认证。', 'Single sign-on is not configured.'],
  'problem.SINGLE_SIGN_ON_FAILED': [
    '统一认证暂时没有答复，请稍后再试。',
    'The provider does not answer; try again later.'
  ],
  'problem.BACKFILL_NOT_FOUND': ['这个账号没有进行中的补采。', 'This account has no back-fill under way.'],
  'problem.KEY_MISSING': [
    '缺少加密密钥，凭据无法保存，请联系管理员：{detail}',
    'The key that seals credentials is missing; ask an administrator: {detail}'
  ],
  'problem.KEY_IN_USE': ['加密密钥还在使用，不能移除：{detail}', 'The key is still in use: {detail}'],
  'problem.SECRET_UNREADABLE': [
    '凭据无法解密，请重新填写：{detail}',
    'The credentials cannot be opened; enter them again: {detail}'
  ],
  'problem.PLATFORM_CANNOT': [
    '平台没有开放这项功能，请在平台上操作。',
    'The platform does not offer this; do it there.'
  ],
  'problem.MODERATION_NOT_FOUND': ['没有这份申请，请重新载入。', 'There is no such request; reload.'],
  'problem.MODERATION_OPEN': ['这条评论已有同样的申请在处理。', 'The same was asked for already and is not done yet.'],
  'problem.MODERATION_DECIDED': ['这份申请已经审批过。', 'This request was decided already.'],
  'problem.SIGNATURE_INVALID': [
    '签名不对，请核对密钥和时间。',
    'The signature is not good; check the secret and the clock.'
  ],
  'problem.INTAKE_INVALID': ['推送的内容格式不对：{detail}', 'What was sent is not right: {detail}'],
  'problem.SCREENSHOT_INVALID': [
    '截图不能用：须是 2 MB 以内的 PNG、JPEG 或 WebP 图片。',
    'The screenshot must be a PNG, JPEG or WebP picture of up to 2 MB.'
  ],
  'problem.SCREENSHOT_NOT_FOUND': ['没有这条留言的截图。', 'There is no screenshot of this comment.'],
  'problem.INTERNAL': ['服务器内部出错，已记入日志，请稍后再试。', 'Something failed inside the server; try later.'],
  'problem.BODY_TOO_LARGE': ['内容过长，请缩短后再提交。', 'That is too long; shorten it.'],
  'problem.UNSUPPORTED_MEDIA_TYPE': [
    '请求格式不对，请重新载入页面。',
    'The request’s format is wrong; reload the page.'
  ],
  'problem.other': ['服务器答复：{detail}', 'The server said: {detail}'],
  'problem.UNDO_TOO_LATE': ['已过一分钟，不能撤销了。', 'A minute has passed; it cannot be undone any more.'],
  'problem.UNDO_OVERTAKEN': [
    '此后又有变动，不能撤销了。',
    'Something has changed since; it cannot be undone any more.'
  ],
  'problem.ATTACHMENT_NOT_FOUND': ['没有这个附件。', 'There is no such file.'],
  'problem.ATTACHMENT_REFUSED': [
    '这个文件不能接收：内容须与文件名相符，为 PDF、图片、Word、Excel、TXT 或 MP4，10 MB 以内。',
    'The file was not taken: it must be what its name says, a PDF, picture, Word, Excel, TXT or MP4 of 10 MB at most.'
  ],
  'problem.ATTACHMENT_DAMAGED': ['附件已损坏，请联系管理员。', 'The file is damaged; ask an administrator.'],
  'problem.JOB_NOT_FOUND': ['没有这项批量处理。', 'There is no such bulk work.'],
  'problem.JOB_STATE': ['这项批量处理现在不能这样做。', 'This cannot be done with the bulk work as it stands.'],
  'problem.VIEW_NOT_FOUND': ['没有这个视图。', 'There is no such view.'],
  'problem.MACRO_NOT_FOUND': ['没有这个快捷操作。', 'There is no such macro.'],
  'problem.SETTING_NOT_FOUND': ['没有这项配置。', 'There is no such setting.'],
  'problem.SETTING_INVALID': ['配置有误：{detail}', 'The setting is wrong: {detail}'],
  'problem.WEBHOOK_NOT_FOUND': ['没有这个推送地址。', 'There is no such webhook.'],
  'problem.ADDRESS_FORBIDDEN': ['不能使用这个地址：{detail}', 'This address may not be used: {detail}'],
  'problem.TOO_MANY_REQUESTS': ['请求过于频繁，请稍后再试。', 'Too many requests; wait a little.']
} as const satisfies Record<string, readonly [zh: string, en: string]>
