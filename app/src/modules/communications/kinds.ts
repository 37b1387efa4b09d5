/**
 * Everything Hedgerow tells people of, in words that may stand on a locked phone: no name, no content. The mail's subject
 * is the same for all ("Something waits for you in Hedgerow"), so that not even the kind shows in a list of mails.
 */
export const notificationKinds = {
  'concern-waiting': 'A new concern waits for you',
  'concern-urgent': 'An urgent concern waits for you now',
  'concern-overdue': 'A concern has waited too long and comes to you',
  'concern-informed': 'You are told of a concern, as the policy says',
  'bother-waiting': 'A child waits for an answer',
  'bother-overdue': 'A child has waited too long for an answer',
  'reply-received': 'Somebody has written again',
  'words-guessed': 'Somebody keeps trying words on the Bother page',
  'case-opened': 'A case was opened and is yours',
  'case-handed-over': 'A case was handed over to you',
  'case-overdue': 'A case has waited too long and comes to you',
  'case-shared': 'You may now see a case',
  'case-told': 'A case tells you something, as the policy says',
  'step-due': 'The next step of a case is yours',
  'action-due': 'An action of a case is yours',
  'post-vacant': 'A post of the policy has nobody in it',
  'sign-in-guessing': 'Somebody tries to guess a password',
  'second-factor-reset': 'Your second step of signing in was reset',
  'first-code-issued': 'A new code for signing in was printed for you',
  'reader-let-in': 'The sign-in of somebody who reads concerns was set anew',
  'reader-appointed': 'Somebody was given a post that reads concerns',
  'new-password-asked': 'A new password is asked of you',
  'duty-late': 'Something the policy asks for is late and comes to you',
  'access-ended': 'Access was ended because a signature or training has lapsed',
  'agreement-to-sign': 'Your school asks you to read and sign something',
  'journal-head': 'The journal’s daily mark',
} as const satisfies Readonly<Record<string, string>>

export type NotificationKind = keyof typeof notificationKinds

/** What a task asks, as the worklist shows it before its reference. */
export const taskKinds = {
  'acknowledge-concern': 'Read and acknowledge a concern',
  'triage-concern': 'Decide what happens with a concern',
  'answer-bother': 'Answer a child',
  'procedure-step': 'Do the next step of a case',
  'case-action': 'Do an action of a case',
  'decide-parents': 'Decide whether parents are told',
  'review-case': 'Look at a case again',
  'fill-post': 'Name somebody for a post',
  'approve-step': 'Approve a step of a case',
  'review-policy': 'Look at the policy again',
  'take-step': 'Agree or approve the next version of the policy',
  'read-policy': 'Read the policy',
  'discuss-policy': 'Talk the policy through with somebody new',
  'meet-class': 'Take a class through the policy',
  'tell-audience': 'Tell people of the policy in force',
  'accept-signature': 'Accept a signature, or ask about it',
  'hold-session': 'Talk the policy through with the staff',
  duty: 'The policy asks',
  'late-duty': 'Late, and comes to you',
  'look-again': 'Look again',
} as const satisfies Readonly<Record<string, string>>

export type TaskKind = keyof typeof taskKinds
