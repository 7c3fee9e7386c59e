import { foldLetters } from '@/lib/base/fold-letters';

/**
 * Terms of the field in Chinese (simplified; traditional where it differs), Japanese, German,
 * French and Spanish, with their English equivalents. Papers here are in English.
 */
// biome-ignore-all format: a table
const TERMS: [english: string, terms: string][] = [
  [
    'diffusion model',
    '扩散模型 擴散模型 拡散モデル Diffusionsmodell Diffusionsmodelle|modèle de diffusion|modèles de diffusion|modelo de difusión|modelos de difusión',
  ],
  ['diffusion', '扩散 擴散 拡散'],
  [
    'large language model',
    '大语言模型 大型语言模型 大語言模型 大型語言模型 大規模言語モデル|großes Sprachmodell|große Sprachmodelle|grand modèle de langage|grands modèles de langage|grand modèle de langue|gran modelo de lenguaje|grandes modelos de lenguaje',
  ],
  [
    'language model',
    '语言模型 語言模型 言語モデル Sprachmodell Sprachmodelle|modèle de langage|modèles de langage|modèle de langue|modelo de lenguaje|modelos de lenguaje|modelo del lenguaje',
  ],
  [
    'reinforcement learning',
    '强化学习 強化學習 強化学習 Verstärkungslernen|bestärkendes Lernen|verstärkendes Lernen|apprentissage par renforcement|aprendizaje por refuerzo',
  ],
  [
    'machine learning',
    '机器学习 機器學習 機械学習|maschinelles Lernen|apprentissage automatique|aprendizaje automático|aprendizaje de máquina',
  ],
  [
    'deep learning',
    '深度学习 深度學習 深層学習 ディープラーニング|tiefes Lernen|apprentissage profond|aprendizaje profundo',
  ],
  [
    'self-supervised learning',
    '自监督学习 自監督學習 自己教師あり学習|selbstüberwachtes Lernen|apprentissage auto-supervisé|aprendizaje autosupervisado',
  ],
  [
    'supervised learning',
    '监督学习 監督學習 教師あり学習|überwachtes Lernen|apprentissage supervisé|aprendizaje supervisado',
  ],
  [
    'unsupervised learning',
    '无监督学习 無監督學習 教師なし学習|unüberwachtes Lernen|apprentissage non supervisé|aprendizaje no supervisado',
  ],
  [
    'contrastive learning',
    '对比学习 對比學習 対照学習|kontrastives Lernen|apprentissage contrastif|aprendizaje contrastivo',
  ],
  [
    'transfer learning',
    '迁移学习 遷移學習 転移学習|Transferlernen|apprentissage par transfert|aprendizaje por transferencia',
  ],
  [
    'federated learning',
    '联邦学习 聯邦學習 連合学習|föderiertes Lernen|apprentissage fédéré|aprendizaje federado',
  ],
  [
    'continual learning',
    '持续学习 持續學習 継続学習|kontinuierliches Lernen|apprentissage continu|aprendizaje continuo',
  ],
  ['meta learning', '元学习 元學習 メタ学習|Meta-Lernen|méta-apprentissage|metaaprendizaje'],
  [
    'in-context learning',
    '上下文学习 文脈内学習|apprentissage en contexte|aprendizaje en contexto',
  ],
  [
    'neural network',
    '神经网络 神經網路 神經網絡 ニューラルネットワーク|neuronales Netz|neuronale Netze|neuronale Netzwerke|réseau de neurones|réseaux de neurones|red neuronal|redes neuronales',
  ],
  ['graph neural network', '图神经网络 圖神經網絡 グラフニューラルネットワーク'],
  ['convolution', '卷积 卷積 畳み込み Faltung convolución'],
  ['attention', '注意力 注意力机制 注意機構 アテンション Aufmerksamkeit atención'],
  [
    'artificial intelligence',
    '人工智能 人工智慧 人工知能|künstliche Intelligenz|intelligence artificielle|inteligencia artificial',
  ],
  [
    'computer vision',
    '计算机视觉 電腦視覺 コンピュータビジョン|maschinelles Sehen|vision par ordinateur|visión por computador|visión por computadora|visión artificial',
  ],
  [
    'image generation',
    '图像生成 圖像生成 画像生成 Bildgenerierung Bilderzeugung|génération d’images|generación de imágenes',
  ],
  [
    'video generation',
    '视频生成 影片生成 動画生成 ビデオ生成 Videogenerierung|génération de vidéos|generación de vídeo|generación de videos',
  ],
  [
    'text generation',
    '文本生成 テキスト生成 Textgenerierung|génération de texte|generación de texto',
  ],
  [
    'image segmentation',
    '图像分割 圖像分割 画像セグメンテーション Bildsegmentierung|segmentation d’images|segmentación de imágenes',
  ],
  [
    'image classification',
    '图像分类 画像分類 Bildklassifikation Bildklassifizierung|classification d’images|clasificación de imágenes',
  ],
  [
    'object detection',
    '目标检测 物體檢測 物体検出 Objekterkennung|détection d’objets|detección de objetos',
  ],
  [
    'machine translation',
    '机器翻译 機器翻譯 機械翻訳|maschinelle Übersetzung|traduction automatique|traducción automática',
  ],
  [
    'speech recognition',
    '语音识别 語音識別 音声認識 Spracherkennung|reconnaissance vocale|reconnaissance de la parole|reconocimiento de voz|reconocimiento del habla',
  ],
  [
    'natural language processing',
    '自然语言处理 自然語言處理 自然言語処理|traitement du langage naturel|traitement automatique des langues|procesamiento del lenguaje natural|procesamiento de lenguaje natural',
  ],
  ['question answering', '问答 問答 質問応答'],
  [
    'retrieval augmented generation',
    '检索增强生成 検索拡張生成|génération augmentée par récupération|generación aumentada por recuperación',
  ],
  [
    'knowledge graph',
    '知识图谱 知識圖譜 知識グラフ Wissensgraph Wissensgraphen|graphe de connaissances|graphes de connaissances|grafo de conocimiento|grafos de conocimiento',
  ],
  [
    'knowledge distillation',
    '知识蒸馏 知識蒸餾 知識蒸留 Wissensdestillation|distillation de connaissances|destilación de conocimiento',
  ],
  [
    'recommendation',
    '推荐系统 推薦系統 推薦システム Empfehlungssystem Empfehlungssysteme|système de recommandation|sistema de recomendación|sistemas de recomendación',
  ],
  ['optimization', '优化 優化 最適化 Optimierung optimisation optimización'],
  ['reasoning', '推理 推論 Schlussfolgern raisonnement razonamiento'],
  ['benchmark', '基准 基準 ベンチマーク'],
  [
    'dataset',
    '数据集 數據集 データセット Datensatz Datensätze|jeu de données|jeux de données|conjunto de datos|conjuntos de datos',
  ],
  ['training', '训练 訓練 学習 Training entraînement entrenamiento'],
  ['pre-training', '预训练 預訓練 事前学習 Vortraining pré-entraînement preentrenamiento'],
  ['fine-tuning', '微调 微調 ファインチューニング Feinabstimmung|ajuste fino|ajustement fin'],
  ['quantization', '量化 量子化 Quantisierung quantification cuantización'],
  [
    'generative model',
    '生成模型 生成モデル|generatives Modell|generative Modelle|modèle génératif|modèles génératifs|modelo generativo|modelos generativos',
  ],
  [
    'generative adversarial network',
    '生成对抗网络 生成對抗網絡 敵対的生成ネットワーク|réseau antagoniste génératif|réseaux antagonistes génératifs|red generativa antagónica|redes generativas antagónicas|redes generativas adversarias',
  ],
  ['multimodal', '多模态 多模態 マルチモーダル multimodale multimodales'],
  ['robot', '机器人 機器人 ロボット Roboter robots robótica robotique'],
  [
    'autonomous driving',
    '自动驾驶 自動駕駛 自動運転|autonomes Fahren|conduite autonome|conducción autónoma',
  ],
  ['agent', '智能体 智能體 エージェント Agenten agentes'],
  ['3D reconstruction', '三维重建 三維重建 三次元再構成|reconstruction 3D|reconstrucción 3D'],
  ['embedding', '嵌入 埋め込み Einbettung Einbettungen plongement plongements'],
  ['alignment', '对齐 對齊 アライメント Ausrichtung alignement alineación'],
  ['safety', '安全性 Sicherheit sécurité seguridad'],
  ['sampling', '采样 採樣 サンプリング échantillonnage muestreo'],
  [
    'time series',
    '时间序列 時間序列 時系列 Zeitreihe Zeitreihen|série temporelle|séries temporelles|serie temporal|series temporales|series de tiempo',
  ],
  [
    'quantum computing',
    '量子计算 量子計算 量子コンピュータ Quantencomputer Quantencomputing|informatique quantique|computación cuántica',
  ],
  ['model', '模型 モデル Modell Modelle modèle modèles modelo modelos'],
  ['vision', '视觉 視覺 視覚'],
  ['video', '视频 視頻 動画 vídeo vidéo'],
  ['image', '图像 圖像 画像 Bilder imagen imágenes'],
  ['learning', '学习 學習 Lernen apprentissage aprendizaje'],
  ['network', '网络 網絡 網路 ネットワーク Netzwerk Netzwerke réseau réseaux redes'],
  ['transformer', '变换器 トランスフォーマー Transformator transformador transformadores'],
];

/** Returns the key of a term: CJK and umlauts as typed, without accents and case. */
const key = (term: string): string =>
  foldLetters(term).replace(/[’'-]/g, ' ').replace(/\s+/g, ' ').trim();

const ENGLISH = new Map(
  TERMS.flatMap(([english, terms]) =>
    terms.split('|').flatMap((group, at) => {
      // The first group lists single words; the others may be terms of several words.
      const single = at === 0 || !group.includes(' ') ? group.split(' ') : [group];
      return single.map((term) => [key(term), english] as const);
    }),
  ).filter(([term]) => term !== ''),
);
const LATIN = [...ENGLISH.keys()].filter((term) => /\p{Script=Latin}/u.test(term));
const OTHER = [...ENGLISH.keys()].filter((term) => !/\p{Script=Latin}/u.test(term));
const alternatives = (terms: string[]) => terms.toSorted((a, b) => b.length - a.length).join('|');
const ANY = new RegExp(
  `${alternatives(OTHER)}|(?<![\\p{L}\\p{N}])(?:${alternatives(LATIN)})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** Returns the text with foreign terms of the field in English; null if it has none. */
export function translated(text: string): string | null {
  const plain = key(text);
  const english = plain.replace(ANY, (term) => ` ${ENGLISH.get(term) ?? term} `);
  return english === plain ? null : english.replace(/\s+/g, ' ').trim();
}

/** Returns whether a text is mostly in a script that English papers do not use. */
export const isOtherScript = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu) ?? [];
  const other = letters.filter((letter) => !/[\p{Script=Latin}\p{Script=Greek}]/u.test(letter));
  return other.length > letters.length / 2;
};
