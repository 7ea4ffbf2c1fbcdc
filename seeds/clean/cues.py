"""The words by which the furniture of a page gives itself away, in the languages that news is read in here.

Each class is what the furniture is for. A phrase counts where its words follow each other in a block
        one that begins
with `^` only at the block's start. Case, punctuation and apostrophes play no part: "Don't miss" is `don t miss`. In a
short block of a script without spaces a phrase of two characters or more counts at either end of a run of them as well.
"""

import re
from functools import cache

from seeds.clean.words import small

_PHRASES = {
    "share": """
        share; ^share this; share on; tweet; retweet; facebook; twitter; whatsapp; linkedin; pinterest; instagram
        telegram
        youtube; tiktok; reddit; flipboard; tumblr; rss; bluesky; mastodon; weibo; wechat; copy link; follow us
        follow me
        email this; e mail; ^print; print this; printer friendly; click to; save for later
        add to favorites; bookmark
        teilen; drucken; merken; folgen sie uns; per mail; partager; imprimer; suivez nous; compartir; imprimir
        síguenos
        condividi; stampa; seguici; compartilhar; siga nos; delen; afdrukken; del på; udostępnij; drukuj
        paylaş; yazdır
        поделиться; распечатать; подписывайтесь на нас; مشاركة; شارك; تابعونا; 分享; 打印; 关注我们; シェア; 공유
        link kopieren; copier le lien; copiar enlace; bağlantıyı kopyala; копировать ссылку; скопировать ссылку
        телеграм; вконтакте; одноклассники; نسخ الرابط; طباعة; فيسبوك; تويتر; واتساب; تلغرام; تيليجرام
        微信; 微博; 朋友圈; 复制链接; 转发; 收藏""",
    "subscribe": """
        newsletter; newsletters; subscribe; subscriber; subscribers; subscription; subscriptions; sign up; signup
        log in
        login; sign in; sign out; log out; register; my account; your account; create an account; inbox; your email
        email address; email alerts; mailing list; free trial; premium; unlimited access; alerts; password
        stay informed
        stay up to date; get the latest; delivered to your; daily briefing; already a; unsubscribe
        bereits abonnent
        abonnieren; abonnement; abonnements; abonnent; abo; anmelden; registrieren; postfach; konto
        e paper; s abonner
        abonnez vous; inscrivez vous; s inscrire; se connecter; connexion; mon compte; infolettre
        boletín; suscríbete
        suscribirse; suscripción; iniciar sesión; regístrate; iscriviti; abbonati; accedi; assine
        assinar; inscreva se
        cadastre se; aanmelden; abonneer; inloggen; prenumerera; logga in; zaloguj; zapisz się; üye ol; giriş yap
        abone ol
        подписаться; подпишитесь; подписка; рассылка; войти; регистрация; اشترك; النشرة البريدية
        تسجيل الدخول; 订阅; 登录
        注册
        購読; ログイン; 会員登録; 구독; 로그인
        votre adresse; boîte mail; correo electrónico; bülten; e bülten; e posta; электронной почты
        البريد الإلكتروني; الاشتراك; بريدكم; بريدك; 新闻通讯; 邮箱; 电子邮件; 邮件订阅""",
    "appeal": """
        support us; support our; your support; please support; supporting us; by supporting; donate
        donation; donations
        contribute; contribution; contributions; our journalism; independent journalism; quality journalism
        reader funded
        our newsroom; become a member; become a supporter; membership; help us; dear reader; dear readers
        a message from
        ad free; remind me; our readers; our mission; fund our; thank you for; one time gift
        standing with us; our work
        unterstützen sie; unterstütze uns; ihre spende; spenden; spende; liebe leserinnen; liebe leser
        in eigener sache
        unabhängiger journalismus; unabhängigen journalismus; jetzt unterstützen; ihre unterstützung
        mitglied werden
        soutenez; soutenir; faire un don; votre soutien; chers lecteurs; journalisme indépendant; devenez membre
        apóyanos
        tu apoyo; su apoyo; haz una donación; donar; queridos lectores; periodismo independiente; hazte socio
        sostienici
        dona ora; doe mee; steun ons; apoie; bağış; destek ol; поддержите; поддержать; пожертвование; пожертвовать
        дорогие читатели; независимую журналистику; ادعم; تبرع; 捐款; 支持我们; 赞助""",
    "related": """
        related; read more; read also; also read; read next; more from; more on; more about
        more stories; more news
        see also
        see more; view more; you may also; you might also; you may like; might like; recommended
        recommended for you
        don t miss; most read; most popular; most viewed; popular; trending; latest news; latest stories
        latest from
        top stories; top news; related articles; related stories; related posts; related topics
        editor s picks; up next
        read the full; full story; continue reading; keep reading; in case you missed; what to read; more in
        next article
        previous article; next post; previous post; recent posts; featured; in pictures; watch more; watch now
        listen now
        further reading; find out more; learn more; click here; discover more; show more; load more
        partner content
        mehr zum thema; mehr dazu; lesen sie auch; lesen sie mehr; auch interessant; das könnte sie auch
        meistgelesen
        weiterlesen; mehr aus; zum thema; weitere artikel; weitere meldungen; verwandte artikel
        empfohlen; lire aussi
        à lire; lire la suite; sur le même sujet; à la une; les plus lus; en savoir plus; voir aussi; lea también
        lee también
        te puede interesar; más noticias; lo más leído; noticias relacionadas; más sobre; leer más
        ver más; leggi anche
        leggi tutto; potrebbe interessarti; più letti; leia também; leia mais; mais lidas; veja também; lees ook
        lees meer
        meest gelezen; läs mer; läs också; les også; czytaj też; czytaj także; zobacz też; ilgili haberler
        en çok okunan
        читайте также; читать далее; по теме; подробнее; ещё по теме; самое читаемое; اقرأ أيضا; اقرأ المزيد
        مواضيع ذات صلة
        الأكثر قراءة; 相关新闻; 相关阅读; 推荐阅读; 更多新闻; 延伸阅读; 関連記事; おすすめ; ランキング; 관련기사
        더보기
        weitere nachrichten; auch lesenswert; articles liés; te recomendamos; lo más visto
        ilginizi çekebilir; okumaya devam; benzer haberler; смотрите также; другие новости; материалы по теме
        مقالات ذات صلة; أخبار ذات صلة; شاهد أيضا; 热门新闻; 热门文章; 猜你喜欢; 查看更多""",
    "comment": """
        comment; comments; commenting; commenter; ^reply; leave a reply; responses; join the conversation
        join the discussion
        have your say; post a comment; add a comment; be the first; moderated; your name; required fields
        report abuse
        kommentar; kommentare; kommentieren; diskutieren sie; leserbriefe; commentaire; commentaires
        réagir; laisser un
        comentario; comentarios; comentar; commenti; lascia un; comentários; reacties; komentarze; yorum; yorumlar
        комментарии; комментировать; комментарий; تعليق; تعليقات; 评论; 留言; コメント; 댓글
        التعليقات; أضف تعليقا; اترك تعليقا""",
    "legal": """
        all rights reserved; rights reserved; copyright; terms of; terms and conditions; terms conditions; privacy
        cookie
        cookies; consent; gdpr; disclaimer; republish; republishing; reproduced; permission; trademark; trademarks
        licensed
        affiliate; affiliates; legal notice; do not sell; ad choices; adchoices; protected by; recaptcha
        user agreement
        not responsible for; opinions expressed; views expressed; editorial policy; corrections; code of conduct
        imprint
        alle rechte vorbehalten; impressum; datenschutz; nutzungsbedingungen; agb; mentions légales
        tous droits réservés
        conditions générales; confidentialité; todos los derechos reservados; aviso legal; privacidad; política de
        riservata
        tutti i diritti riservati; informativa; direitos reservados; termos de uso
        alle rechten voorbehouden; gizlilik
        her hakkı saklıdır; wszelkie prawa zastrzeżone; все права защищены; политика конфиденциальности
        при использовании
        جميع الحقوق محفوظة; سياسة الخصوصية; 版权所有; 隐私; 免责声明; 著作権; 無断転載; 저작권; 무단 전재
        datenschutzerklärung; données personnelles; tüm hakları saklıdır; çerez; çerezler; çerezleri; kvkk
        пользовательское соглашение; ملفات تعريف الارتباط; شروط الاستخدام; 服务条款; 使用条款; 用户协议
        保留所有权利""",
    "navigate": """
        skip to; main content; menu; ^home; homepage; ^search; navigation; sitemap; site map; site index
        back to; go to
        ^previous; ^next; contact us; ^contact; about us; advertise; advertise with; careers; ^jobs; faq; faqs
        help center
        accessibility; ^sections; feedback; toggle; close; open; view all; see all; show all; edition; editions
        language
        select; ^topics; ^archive; archives; weather; horoscopes; crossword; obituaries; classifieds; shop; store
        podcasts
        ^live; watch; tv; videos; photos; gallery; galleries; sport; sports; lifestyle; entertainment
        ^world; ^politics
        ^business; ^technology; ^opinion; table of contents; in this article; jump to; on this page; zum inhalt
        startseite
        suche; navigation überspringen; kontakt; über uns; menü; ressorts; nach oben; zurück zur; aller au contenu
        accueil
        rechercher; qui sommes nous; rubriques; haut de page; ir al contenido; inicio; buscar; contacto
        quiénes somos
        secciones; vai al contenuto; cerca; chi siamo; contatti; pular para; início; contato; quem somos; zoeken
        over ons
        strona główna; szukaj; ana sayfa; iletişim; hakkımızda; ara; перейти к; главная; поиск; контакты
        о нас; рубрики
        الرئيسية; بحث; اتصل بنا; من نحن; 首页; 搜索; 联系我们; 关于我们; ホーム; 検索; 홈; 검색
        içeriğe geç; künye; на главную; наверх; القائمة; الصفحة الرئيسية; 返回顶部; 上一篇; 下一篇; 导航""",
    "advertise": """
        advertisement; advertisements; ^advertising; sponsored; ^sponsor; promoted; paid content; partner content
        shop now
        buy now; add to cart; ad feedback; story continues; article continues; continue reading the; promo; coupon
        discount
        anzeige; werbung; gesponsert; publicité; publicidad; anuncio; pubblicità; publicidade; advertentie; reklama
        reklam
        ilan; annons; реклама; إعلان; إعلانات; 广告; 広告; 광고""",
    "machine": """
        javascript; your browser; not supported; loading; enable; adblock; ad blocker; ad blocking
        something went wrong
        try again; page not found; please wait; play video; video player; media caption; playback
        autoplay; fullscreen
        thumbnail; image alt; placeholder; font size; dark mode; enter your; please enter; submit; thank you
        listen to this
        audio; minutes read; min read; minute read; 0 00; xs; sm; md; lg; mb; kb; pdf; embed; download
        install; our app
        the app; app store; google play; ihr browser; wird geladen; votre navigateur; su navegador; ваш браузер""",
    "stamp": """
        published; ^updated; ^posted; first published; last updated; last modified; originally published
        ago; read time
        reading time; ^date; edt; est; gmt; utc; bst; cet; ist; pst; veröffentlicht; aktualisiert; stand; uhr
        vor stunden
        publié le; publié; mis à jour; modifié le; publicado; actualizado; pubblicato; aggiornato; atualizado
        gepubliceerd
        opublikowano; güncelleme; yayınlanma; son güncelleme; опубликовано; обновлено; نشر; تاريخ النشر
        آخر تحديث; 发布时间
        来源; 更新; 公開; 입력; 수정""",
    "writer": """
        ^by; ^written by; ^reported by; ^reporting by; ^edited by; ^editing by; ^story by; ^words by; ^author
        staff writer
        staff reporter; correspondent; contributor; contributing writer; senior editor; editor in chief; ^reporter
        columnist
        about the author; is a journalist; is a reporter; is a writer; is a freelance; is a senior; is the author
        reach him
        reach her; may be reached; can be reached; follow him; follow her; writes about; ^source; ^sources; ^via
        with additional reporting; contributed to this; ^von; ^aus; korrespondent; redakteur
        redakteurin; autor; ^par
        correspondant; envoyé spécial; ^por; redacción; corresponsal; ^di; redazione; ^door; redactie; ^автор
        корреспондент
        ^بقلم; ^كتب; مراسل; 记者; 编辑; 文; 記者; 기자""",
    "photo": """
        photo; photos by; photograph; photographer; image; images; picture; pictured; getty; afp; reuters; ap photo
        epa; tass
        shutterstock; unsplash; istock; alamy; file photo; screenshot; screengrab; illustration; courtesy; ^credit
        ^credits
        handout; via ap; via getty; associated press; flickr; wikimedia; ^caption; ^foto; ^bild; foto
        fotos; ^quelle
        dpa
        imago; picture alliance; photographie; crédit; archivfoto; archives; efe; ansa; ^fotografía
        фото; ^صورة; ^图
        写真; 사진""",
    "tags": """
        ^tags; ^tag; filed under; ^topics; ^categories; ^category; ^keywords; tagged; posted in; ^more; ^themen
        schlagworte
        schlagwörter; stichworte; ^thèmes; ^mots clés; ^etiquetas; ^temas; ^argomenti; ^etiketler; теги
        метки; ^темы
        وسوم
        标签; 关键词; タグ; 태그""",
}

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")

Phrase = tuple[str, tuple[str, ...], bool]
"""The class, the words behind the first one, and whether the phrase counts only at the block's start."""


@cache
def index() -> dict[str, tuple[Phrase, ...]]:
    """The phrases by their first word."""
    found: dict[str, list[Phrase]] = {}
    for name, phrases in _PHRASES.items():
        for phrase in phrases.replace("\n", ";").split(";"):
            if words := small(phrase).strip().removeprefix("^").split():
                found.setdefault(words[0], []).append((name, tuple(words[1:]), "^" in phrase))
    return {word: tuple(phrases) for word, phrases in found.items()}


@cache
def _ends() -> re.Pattern[str]:
    """The phrases of scripts without spaces, where a run of characters begins or ends with one."""
    written = "|".join(sorted(filter(_UNSPACED.fullmatch, index()), key=len, reverse=True))
    return re.compile(f"^(?:{written})|(?:{written})$")


def classes(words: tuple[str, ...], *, label: bool = False) -> dict[str, int]:
    """How many phrases of each class the words hold; `words` are as `small` makes them.

    `label` says that they may be a label in a script without spaces.
    """
    if label:
        words = tuple(end[0] if (end := _ends().search(word)) else word for word in words)
    found: dict[str, int] = {}
    phrases = index()
    for at in [at for at, word in enumerate(words) if word in phrases]:
        for name, rest, first in phrases[words[at]]:
            if (at == 0 or not first) and (not rest or words[at + 1 : at + 1 + len(rest)] == rest):
                found[name] = found.get(name, 0) + 1
    return found


def is_phrase(words: tuple[str, ...], name: str) -> bool:
    """Whether the words are, first to last, a phrase of a class."""
    return any(words[1:] == rest and name == of for of, rest, _ in index().get(words[0], ())) if words else False
