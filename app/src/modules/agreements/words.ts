/** The words of a parent's pages around the agreement, in each language that our texts come in. */
export interface SigningWords {
  readonly about: (first: string) => string
  readonly languages: string
  readonly changed: string
  readonly read: string
  readonly discussed: string
  readonly name: string
  readonly nameMissing: string
  readonly nameUnknown: string
  readonly answerMissing: string
  readonly sign: string
  readonly no: string
  readonly noHint: string
  readonly reason: string
  readonly sayNo: string
  readonly unsigned: string
  readonly check: string
  readonly checkHint: string
  readonly checkFamily: string
  readonly goOn: string
  readonly wrong: string
  readonly done: string
  readonly doneNo: string
  readonly nothingLeft: string
  readonly receipt: string
  readonly another: string
  readonly problem: string
}

export const signingWords: Readonly<Record<string, SigningWords>> = {
  en: {
    about: (first) => `For ${first}`,
    languages: 'Read it in',
    changed: 'Changed since you signed last:',
    read: 'I have read it',
    discussed: 'We have talked about it together at home',
    name: 'Your full name',
    nameMissing: 'Write your full name',
    nameUnknown: 'Both parents sign this. Write the name that the school has for you, or ask the office',
    answerMissing: 'Choose one of the two answers',
    sign: 'Sign',
    no: 'I do not want to sign',
    noHint: 'That is your right. We will get in touch and talk about it.',
    reason: 'Your reason, if you like. Only the headteacher and the safeguarding lead read it.',
    sayNo: 'Do not sign',
    unsigned: 'If nobody signs:',
    check: 'When was the child born?',
    checkHint: 'We ask so that nobody else can use this page. For example, 24 3 2018',
    checkFamily: 'What is the child’s family name?',
    goOn: 'Go on',
    wrong: 'That is not what the school has written down. Check it and try again.',
    done: 'Thank you. You have signed.',
    doneNo: 'Thank you for telling us. The school will get in touch.',
    nothingLeft: 'Nothing waits to be signed here.',
    receipt: 'Your receipt code. Keep it, or take a picture of it:',
    another: 'One more to sign',
    problem: 'There is a problem',
  },
  pl: {
    about: (first) => `Dotyczy: ${first}`,
    languages: 'Przeczytaj w języku',
    changed: 'Zmiany od ostatniego podpisu:',
    read: 'Przeczytałem / przeczytałam',
    discussed: 'Porozmawialiśmy o tym razem w domu',
    name: 'Imię i nazwisko',
    nameMissing: 'Wpisz imię i nazwisko',
    nameUnknown: 'Podpisują oboje rodzice. Wpisz imię i nazwisko tak, jak ma je szkoła, albo zapytaj w sekretariacie',
    answerMissing: 'Wybierz jedną z dwóch odpowiedzi',
    sign: 'Podpisz',
    no: 'Nie chcę podpisać',
    noHint: 'Mają Państwo do tego prawo. Skontaktujemy się i porozmawiamy.',
    reason:
      'Powód, jeśli chcą Państwo podać. Przeczytają go tylko dyrektor i osoba odpowiedzialna za bezpieczeństwo dzieci.',
    sayNo: 'Nie podpisuję',
    unsigned: 'Jeśli nikt nie podpisze:',
    check: 'Kiedy urodziło się dziecko?',
    checkHint: 'Pytamy, aby nikt inny nie użył tej strony. Na przykład 24 3 2018',
    checkFamily: 'Jak brzmi nazwisko dziecka?',
    goOn: 'Dalej',
    wrong: 'To nie zgadza się z danymi szkoły. Proszę sprawdzić i spróbować jeszcze raz.',
    done: 'Dziękujemy. Podpis został złożony.',
    doneNo: 'Dziękujemy za informację. Szkoła skontaktuje się z Państwem.',
    nothingLeft: 'Nie ma tu już nic do podpisania.',
    receipt: 'Kod potwierdzenia. Prosimy go zachować lub zrobić zdjęcie:',
    another: 'Jeszcze jedna umowa do podpisania',
    problem: 'Wystąpił problem',
  },
  ar: {
    about: (first) => `بخصوص: ${first}`,
    languages: 'اقرأ باللغة',
    changed: 'ما تغيّر منذ توقيعك الأخير:',
    read: 'لقد قرأتُها',
    discussed: 'تحدّثنا عنها معًا في البيت',
    name: 'اسمك الكامل',
    nameMissing: 'اكتب اسمك الكامل',
    nameUnknown: 'يوقّع الوالدان كلاهما. اكتب اسمك كما هو مسجّل في المدرسة، أو اسأل المكتب',
    answerMissing: 'اختر إحدى الإجابتين',
    sign: 'توقيع',
    no: 'لا أريد التوقيع',
    noHint: 'هذا حقك. سنتواصل معك ونتحدث في الأمر.',
    reason: 'السبب، إن أردت. لا يقرؤه إلا مدير المدرسة ومسؤول حماية الأطفال.',
    sayNo: 'لن أوقّع',
    unsigned: 'إذا لم يوقّع أحد:',
    check: 'متى وُلد الطفل؟',
    checkHint: 'نسأل حتى لا يستخدم هذه الصفحة أحد غيرك. مثال: 24 3 2018',
    checkFamily: 'ما اسم عائلة الطفل؟',
    goOn: 'متابعة',
    wrong: 'هذا لا يطابق ما هو مسجّل لدى المدرسة. تحقّق منه وحاول مرة أخرى.',
    done: 'شكرًا لك. تم التوقيع.',
    doneNo: 'شكرًا لإخبارنا. ستتواصل معك المدرسة.',
    nothingLeft: 'لا يوجد شيء آخر للتوقيع هنا.',
    receipt: 'رمز الإيصال. احتفظ به أو صوّره:',
    another: 'هناك اتفاقية أخرى للتوقيع',
    problem: 'هناك مشكلة',
  },
}

/** The words of a language, English where we have none. */
export const wordsIn = (language: string): SigningWords =>
  signingWords[language] ?? (signingWords['en'] as SigningWords)
