import type { Shut } from './commands/invitations.js'

/** What a parent reads where their link opens nothing: why, and what to do. */
interface ShutWords {
  readonly why: Readonly<Record<Shut, readonly [title: string, sentence: string]>>
  /** Who helps, with the number where the school gave one. */
  readonly office: (phone: string | null) => string
  readonly orLetter: string
  readonly typeIt: string
}

/** By language, as `signingWords`: a parent who cannot read the refusal cannot ask for a new link either. */
export const shutWords: Readonly<Record<string, ShutWords>> = {
  en: {
    why: {
      unknown: [
        'This link opens nothing',
        'It may have been copied without its last letters. Open it from the message again, or type the code of your letter.',
      ],
      expired: ['This link has run out', 'Links work for four weeks. Ask the office for a new one.'],
      used: [
        'This has been signed',
        'The link has done its work, and works only once. There is nothing more to do here.',
      ],
      closed: [
        'This link has been closed',
        'The question was answered wrongly several times, so we closed it to be safe. Ask the office for a new one.',
      ],
      replaced: ['There is a newer link', 'The school has sent you a newer link or letter. Please use that one.'],
      'other-browser': [
        'This link is open somewhere else',
        'It was opened on another phone or computer. If that was you, go on there; else ask the office for a new one.',
      ],
    },
    office: (phone) => (phone ? `The school office helps: ${phone}.` : 'The school office helps.'),
    orLetter: 'Or use the code of a letter:',
    typeIt: 'type it here',
  },
  pl: {
    why: {
      unknown: [
        'Ten link niczego nie otwiera',
        'Być może skopiowano go bez ostatnich liter. Proszę otworzyć go jeszcze raz z wiadomości albo wpisać kod z listu.',
      ],
      expired: [
        'Ten link stracił ważność',
        'Linki działają przez cztery tygodnie. Proszę poprosić sekretariat o nowy.',
      ],
      used: ['To zostało już podpisane', 'Link działa tylko raz i spełnił swoje zadanie. Nie trzeba robić nic więcej.'],
      closed: [
        'Ten link został zamknięty',
        'Kilka razy podano złą odpowiedź, więc dla bezpieczeństwa go zamknęliśmy. Proszę poprosić sekretariat o nowy.',
      ],
      replaced: ['Jest nowszy link', 'Szkoła wysłała Państwu nowszy link lub list. Proszę użyć tamtego.'],
      'other-browser': [
        'Ten link jest otwarty gdzie indziej',
        'Otwarto go na innym telefonie lub komputerze. Jeśli to Państwo, proszę tam dokończyć; jeśli nie, proszę poprosić sekretariat o nowy.',
      ],
    },
    office: (phone) => (phone ? `Sekretariat szkoły pomoże: ${phone}.` : 'Sekretariat szkoły pomoże.'),
    orLetter: 'Można też użyć kodu z listu:',
    typeIt: 'wpisz go tutaj',
  },
  ar: {
    why: {
      unknown: [
        'هذا الرابط لا يفتح شيئًا',
        'ربما نُسخ دون حروفه الأخيرة. افتحه من الرسالة مرة أخرى، أو اكتب الرمز الموجود في الرسالة الورقية.',
      ],
      expired: ['انتهت صلاحية هذا الرابط', 'تعمل الروابط أربعة أسابيع. اطلب من مكتب المدرسة رابطًا جديدًا.'],
      used: ['تم التوقيع من قبل', 'الرابط يعمل مرة واحدة فقط وقد أدى عمله. لا يوجد شيء آخر تفعله هنا.'],
      closed: ['أُغلق هذا الرابط', 'أُجيب عن السؤال خطأً عدة مرات، فأغلقناه للأمان. اطلب من مكتب المدرسة رابطًا جديدًا.'],
      replaced: ['يوجد رابط أحدث', 'أرسلت إليك المدرسة رابطًا أو رسالة أحدث. يُرجى استخدامها.'],
      'other-browser': [
        'هذا الرابط مفتوح في مكان آخر',
        'فُتح على هاتف أو حاسوب آخر. إن كنت أنت فأكمل هناك، وإلا فاطلب من مكتب المدرسة رابطًا جديدًا.',
      ],
    },
    office: (phone) => (phone ? `مكتب المدرسة يساعدك: ${phone}.` : 'مكتب المدرسة يساعدك.'),
    orLetter: 'أو استخدم رمز الرسالة الورقية:',
    typeIt: 'اكتبه هنا',
  },
}
