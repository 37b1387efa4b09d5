/** People of one tradition of names. Given names are ordinary; every surname is ours, made of hedges, trees and flowers. */
export interface Community {
  readonly id: string
  /** How many in a hundred families. */
  readonly share: number
  /** Whether children usually speak another language at home first. */
  readonly english: 'first' | 'additional'
  readonly women: readonly string[]
  readonly men: readonly string[]
  readonly families: readonly string[]
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/**
 * The families of Little Hedgeling come from many places, as anywhere. The surnames are words for hedges, shrubs and flowers in
 * each language, bent into the shape of a name, so that no combination is likely to be anybody's and all can be seen to be
 * invented. Ordinary surnames were rejected: any list of 600 of them names real people.
 */
export const COMMUNITIES: readonly Community[] = [
  {
    id: 'english',
    share: 42,
    english: 'first',
    women: words(
      `Alice Beatrix Cora Daisy Edith Flora Grace Hattie Iris Jemima Kitty Lottie Mabel Nell Olive Phoebe Rosa Tilly Una Willow`,
    ),
    men: words(
      `Albert Barnaby Caleb Dexter Edwin Frank George Henry Isaac Jasper Kit Leo Milo Ned Oscar Percy Rufus Stanley Toby Wilf`,
    ),
    families:
      words(`Bramblewick Quickset Sallowfield Thornapple Haybank Meadowsweet Orchardby Fieldend Ivywell Hollybush Brackenholt
      Coppicer Sedgewater Larkhedge Wrenwood Plashing Hawbury Teaselby Foxgate Wheatlane Mossyard Spindleberry Cowslipper Hazelcote
      Dogrosen Elderbank Greenditch Privetley Hedgelayer Stilewood Furzeby Willowherb Campionet Rosehipley Sorrelby Vetchling
      Burdockson Clovermead Harebellow Nettlefield`),
  },
  {
    id: 'irish',
    share: 5,
    english: 'first',
    women: words('Aoife Bríd Ciara Niamh Orla Saoirse Sinéad Róisín'),
    men: words('Cian Conor Declan Eoin Fergus Oisín Ronan Tadhg'),
    families: words("O'Hedgery Mac-Droighin O'Sceacha Ní-Cuileann O'Hawe MacFuinseog O'Fraoch McBriar"),
  },
  {
    id: 'welsh',
    share: 4,
    english: 'first',
    women: words('Angharad Bethan Carys Eleri Ffion Lowri Mair Nia'),
    men: words('Aled Dafydd Emrys Gethin Iolo Macsen Owain Rhodri'),
    families: words('Llwyncelyn Draenwen Perthlas Gwrychan Brynmieri ap-Celyn Collenwyn Rhosynog'),
  },
  {
    id: 'scottish',
    share: 3,
    english: 'first',
    women: words('Ailsa Catriona Effie Eilidh Isla Kirsty Morag Rhona Shona'),
    men: words('Angus Callum Craig Ewan Fraser Gregor Hamish Lachlan'),
    families: words('MacWhin Gorsebrae Heatherlaw Rowanbrae McThistle Broomhaugh Whinlaw Brierbank'),
  },
  {
    id: 'caribbean',
    share: 5,
    english: 'first',
    women: words('Alecia Chantelle Denise Jada Marcia Shanice Tianna Yvette'),
    men: words('Andre Delroy Jerome Leroy Marlon Nathaniel Tyrese Winston'),
    families: words('Poinciana Tamarind-Grove Soursopley Mahoe-Lane Allspicer Lignumby Cassiaford Hibiscoe'),
  },
  {
    id: 'yoruba',
    share: 5,
    english: 'first',
    women: words('Adaeze Bolanle Folake Ngozi Omolara Simisola Temitope Yetunde'),
    men: words('Ayodele Babatunde Chidi Emeka Femi Kelechi Oluwaseun Tobenna'),
    families: words('Igiwood Ewedele Irokodun Osandoyin Ododowale Ewetayo Igikorede Agboleaf'),
  },
  {
    id: 'akan',
    share: 2,
    english: 'first',
    women: words('Abena Adwoa Akosua Akua Ama Efua Esi Yaa'),
    men: words('Ebo Kofi Kojo Kwabena Kwaku Kwame Nana Yaw'),
    families: words('Ahabanpa Nhwirenkor Duabaa Odumleaf Wuramuma Ahabankwa'),
  },
  {
    id: 'somali',
    share: 3,
    english: 'additional',
    women: words('Asha Ayaan Faduma Hodan Ifrah Ladan Sagal Ubah'),
    men: words('Abdi Guled Idris Liban Mahad Samatar Warsame Yusuf'),
    families: words('Geedaar Ubaxle Caleenle Cawsdheer Geedjecel Ubaxyare'),
  },
  {
    id: 'pakistani',
    share: 6,
    english: 'additional',
    women: words('Aisha Bushra Fatima Hafsa Maryam Nadia Rabia Zainab'),
    men: words('Adeel Bilal Faisal Hamza Imran Kashif Tariq Zubair'),
    families: words('Gulzarwala Shajari Phulbaghi Anarsha Chambelia Kikarzai Beriwal Naklistan'),
  },
  {
    id: 'bangladeshi',
    share: 3,
    english: 'additional',
    women: words('Farzana Jasmin Nasrin Rukshana Shirin Sultana Tahmina Yasmin'),
    men: words('Anwar Jubair Kamrul Mahfuz Rashed Shafiq Tanvir Zahid'),
    families: words('Shaplabari Kadambagh Palashpur Shimulia Bokulmala Jarulbag'),
  },
  {
    id: 'indian',
    share: 5,
    english: 'additional',
    women: words('Anjali Divya Harpreet Kavitha Meera Priya Simran Vidya'),
    men: words('Arjun Dev Gurdeep Karthik Nikhil Rohan Sanjay Vikram'),
    families: words('Limbdawala Champakia Kamalwala Phulbari Malligaiyan Gulmoharia Neempatti Aambagh'),
  },
  {
    id: 'polish',
    share: 5,
    english: 'additional',
    women: words('Agnieszka Bożena Halina Jagoda Kinga Łucja Wanda Zofia'),
    men: words('Bogdan Czesław Jacek Kacper Łukasz Marek Szymon Wojtek'),
    families: words('Jarzębiniak Głogowiecki Leszczyniec Kalinowiec Wrzosiak Berberysz Tarninka Dzikaróża'),
  },
  {
    id: 'romanian',
    share: 3,
    english: 'additional',
    women: words('Andreea Corina Daciana Ileana Mirela Roxana Simona Viorica'),
    men: words('Cezar Costin Dragoş Ionuţ Mircea Radu Sorin Vasile'),
    families: words('Păducelu Măceşaru Alunaş Socdealu Liliacescu Trandafireanu'),
  },
  {
    id: 'ukrainian',
    share: 2,
    english: 'additional',
    women: words('Daryna Halyna Iryna Kateryna Oksana Solomiya Yaryna Zoryana'),
    men: words('Andriy Bohdan Danylo Maksym Nazar Orest Taras Yevhen'),
    families: words('Hlodiuk Kalynchyk Barvinets Shypshynko Lishchynko Terenyuk'),
  },
  {
    id: 'chinese',
    share: 2,
    english: 'additional',
    women: words('Jiayi Meilin Ruolan Shuyi Xiaoyu Xinyue Yuxi Zhihan'),
    men: words('Bowen Haoran Junjie Minghao Weimin Yifan Zekai Zihan'),
    families: words('Shanzha Zhenzi Dongqing Jinyin Qiangwei Zhulin'),
  },
  {
    id: 'arabic',
    share: 3,
    english: 'additional',
    women: words('Amal Dalia Hanan Layla Mariam Nour Rima Salma'),
    men: words('Bassam Fadi Ghassan Hadi Karim Nabil Rami Samir'),
    families: words('al-Bunduqi Zaaroura Yasminieh Qaraseh el-Ghusn Warraqa'),
  },
  {
    id: 'turkish',
    share: 2,
    english: 'additional',
    women: words('Ayşe Defne Elif Gülşen Leyla Nurhan Sevgi Zeynep'),
    men: words('Barış Deniz Emre Kerem Oğuz Selim Serkan Tolga'),
    families: words('Alıçlıdal Fındıkoba Sarmaşıkoğul Böğürtlenci Kızılcıkoba Söğütlüer'),
  },
]
