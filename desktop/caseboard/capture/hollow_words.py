"""What walls, challenges and error pages say, in the languages in which they are met most."""

import re


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.I)


PAY = _any(
    r"(?:to|and) (?:continue|keep) reading\b",
    r"\bcontinue reading (?:with|for|by|this|your)",
    r"subscribe (?:now |today )?(?:to|for) (?:read|continue|unlock|full|unlimited|access|get)",
    r"(?:this|the full) (?:article|story|content|post) is (?:only )?(?:for|available (?:only )?to|"
    r"reserved for|exclusive(?:ly)? (?:for|to)) (?:\w+ ){0,3}(?:subscribers|members)",
    r"(?:for|to) (?:paid |paying )?(?:subscribers|members) only|subscriber[- ]only|members[- ]only",
    r"(?:you(?:'|’)ve|you have) (?:reached|read|used) (?:your|all|the) .{0,40}(?:articles?|limit)",
    r"unlock (?:this|the full|full|unlimited) (?:article|story|access)",
    r"read the full (?:article|story) (?:with|for|by)",
    r"this post is for (?:paid|paying)",
    r"щоб (?:про)?читати (?:далі|повністю|весь|повну)|читати далі за передплатою",
    r"(?:лише|тільки|доступн\w+) для (?:\w+ )?(?:передплатників|підписників|учасників)",
    r"оформ(?:іть|и) (?:перед|під)плат|(?:перед)платіть,? щоб|передплатити видання",
    r"чтобы (?:про)?читать (?:дальше|далее|полностью|весь|полную)",
    r"(?:только|доступн\w+) (?:для )?(?:\w+ )?(?:подписчик\w+|подписк\w+)|оформите подписку",
    r"материал доступен по подписке|купите подписку",
    r"weiter ?lesen mit|jetzt (?:weiterlesen|freischalten|abonnieren und)|um (?:diesen artikel )?"
    r"weiter ?zu ?lesen",
    r"(?:diesen|dieser) (?:artikel|text|beitrag) .{0,40}(?:abonnent|mit .{0,20}abo|exklusiv)",
    r"(?:nur|exklusiv) für abonnent|jetzt .{0,20}testen und weiterlesen",
    r"(?:aby|by) (?:czytać dalej|przeczytać (?:cały|całość|dalej))|czytaj dalej z|"
    r"(?:tylko|dostępn\w+|wyłącznie) dla (?:\w+ )?(?:prenumeratorów|subskrybentów|abonentów)",
    r"pozostało .{0,20}% (?:tekstu|artykułu)|wykup (?:dostęp|prenumeratę|subskrypcję)",
    r"(?:article|contenu|suite) (?:est )?réservée?s? aux abonn|pour lire la suite|"
    r"il vous reste .{0,20}(?:de cet article|à lire)|abonnez-vous pour (?:lire|continuer|accéder)",
    r"para (?:seguir|continuar) leyendo|(?:solo|exclusivo) para suscriptores|suscríbete para|"
    r"per continuare a leggere|riservato agli abbonati|para continuar lendo|"
    r"exclusivo para assinantes",
)
PAY_PERHAPS = _any(
    r"already a (?:subscriber|member)|start your (?:free )?(?:trial|subscription)|bereits abonnent|"
    r"masz już (?:prenumeratę|subskrypcję)|déjà abonné|subscribe (?:now|today)|become a member|"
    r"вже (?:маєте|є) (?:перед|під)плат|уже (?:есть|оформили) подписк|ya eres suscriptor",
)
"""Stands in the head of many free pages too: means nothing by itself."""
CONSENT = _any(
    r"\bcookies?\b",
    r"\bcookie-?(?:s|dateien|файл)",
    r"\bconsent\b|\bgdpr\b|\bprivacy (?:policy|settings|choices|preferences)",
    r"\bour (?:\d+ )?partners\b|personali[sz]ed (?:ads|advertising|content)|legitimate interest",
    r"\baccept all\b|\breject all\b|\bmanage (?:options|preferences|settings|choices)",
    r"файл\w* cookie|кукі|куки|політик\w+ конфіденц|обробк\w+ (?:персональних )?даних|"
    r"прийняти (?:все|всі)|відхилити (?:все|всі)|згод[уаи]\b|партнер\w+",
    r"политик\w+ конфиденц|обработк\w+ (?:персональных )?данных|принять (?:все|всё)|"
    r"отклонить вс[её]|согласи[еятю]",
    r"datenschutz|einwilligung|zustimm|alle akzeptieren|akzeptieren und weiter|"
    r"werbung und tracking|"
    r"personenbezogen|pur-abo|mit werbung (?:weiter)?lesen|tracking",
    r"plik\w* cookie|ciasteczk|zgod[aęy]\b|przetwarzani\w+ danych|zaakceptuj|akceptuję|"
    r"dan\w+ osobow\w+|zaufan\w+ partner",
    r"consentement|tout accepter|tout refuser|vos données|nos partenaires|traceurs|"
    r"cookies y|aceptar todo|rechazar todo|privacidad|i tuoi dati|accetta tutto",
)
CONSENT_TITLE = _any(
    r"^before you (?:continue|proceed)|^(?:your )?(?:privacy|cookie|consent|data)\b.{0,30}"
    r"(?:choices|settings|consent|preferences|matters|wall|notice)|^cookie(?:s|wall|-wall)?$|^consent",
    r"^we (?:value|care about|respect) your privacy|^yahoo is part of",
    r"^перш ніж (?:продовжити|перейти)|^прежде чем (?:продолжить|перейти)|"
    r"^налаштування (?:cookie|приватності)|^настройки (?:cookie|конфиденциальности)|"
    r"^ми (?:цінуємо|поважаємо) ваш|^мы (?:ценим|уважаем) ваш",
    r"^bevor (?:sie|du) (?:fortf|weiter)|^datenschutz|^zustimmung|^einwilligung|^cookie-einst|"
    r"^privatsphäre|mit werbung (?:lesen|weiterlesen)|^willkommen bei .{2,40}$",
    r"^zanim przejdziesz|^dbamy o (?:twoją|państwa) prywatność|^szanujemy (?:twoją|państwa)|"
    r"^twoja prywatność|^avant (?:de continuer|d.accéder)|^nous respectons|^votre vie privée|"
    r"^gestion (?:des cookies|du consentement)|^antes de continuar|^prima di continuare",
)
CONSENT_HOSTS = re.compile(
    r"^(?:consent|cmp|guce|zustimmung|cookie-?(?:consent|wall)|privacy-?(?:gate|wall)|"
    r"cookiewall|myprivacy|consentement)\.|\bguce\.|\bprivacygate\.|\bmyprivacy\."
)
CONSENT_PATHS = re.compile(
    r"/(?:cookie-?(?:wall|consent|gate)|consent(?:-?(?:wall|page|gate))?|privacy-?(?:gate|wall)|"
    r"zustimmung|cookiewall|collectConsent|gdpr-consent|tcf-?consent)(?:[/?.]|$)",
    re.I,
)
LOGIN = _any(
    r"^(?:please )?(?:log|sign) ?in(?:to)?\b|^login\b|^sign up or|^you (?:must|need to|have to) "
    r"(?:be logged|log|sign) ?in|^log on\b|^authentication required|^welcome back$|^account login",
    r"^(?:увійти|увійдіть|вхід|авторизація|авторизуйтесь|авторизуйтеся|вхід до)\b",
    r"^(?:войти|войдите|вход|авторизация|авторизуйтесь)\b",
    r"^(?:anmelden|anmeldung|einloggen|melden sie sich|bitte (?:melden|loggen)|jetzt anmelden)\b",
    r"^(?:zaloguj|logowanie|zaloguj się|strona logowania)\b",
    r"^(?:connexion|se connecter|connectez-vous|identifiez-vous|iniciar sesión|accedi|entrar)\b",
)
ERROR_TITLE = _any(
    r"^(?:error\s*[:\-–—]?\s*)?(?:404|403|410|500|502|503|504)\b"
    r"(?!\s*(?:media|[a-z]+ [a-z]+ [a-z]+ [a-z]+))",
    r"\b(?:error|http)[ -]?(?:40[0-9]|410|50[0-4])\b|^\W*40[34]\W*$",
    r"\b(?:page|article|content|file|site|story|post|document)\b.{0,12}\b(?:not found|"
    r"(?:can(?:no|')t|could not|couldn.t) be (?:found|displayed)|does(?:n.t| not) exist|"
    r"is (?:no longer|not|un) ?available|has been (?:removed|deleted|moved))",
    r"^(?:page )?not found\b|^(?:oops|whoops|sorry)\b.{0,60}(?:found|wrong|exist|lost|unavailable|"
    r"error|page)|^something went wrong|^(?:internal )?server error|^bad gateway|"
    r"^service (?:temporarily )?unavailable|^gateway time-?out|^access denied|^forbidden\b|"
    r"^site (?:is )?(?:under maintenance|unavailable|can.t be reached)|^under maintenance|"
    r"^we(?:'|’| a)re (?:sorry|down for)|^an error (?:has )?occurred|^unavailable$|^gone$|"
    r"^(?:this )?(?:account|domain) (?:has been )?(?:suspended|is for sale|expired)",
    r"(?:сторінк\w+|матеріал\w*|статт\w+|новин\w+|публікаці\w+) (?:\w+ ){0,3}не (?:знайдено|існує|"
    r"знайдена)|сторінки не (?:існує|знайдено)|^(?:нічого )?не знайдено|^(?:ой|упс|йой)\b|"
    r"^помилка\b|^доступ (?:заборонено|обмежено)|(?:видалено|видалений) (?:автором|з сайту)|"
    r"сталася помилка|^сайт (?:тимчасово )?недоступний|технічні роботи",
    r"(?:страниц\w+|материал\w*|стать\w+|новост\w+|публикаци\w+) (?:\w+ ){0,3}не (?:найден\w*|"
    r"существует)|страницы не существует|^(?:ничего )?не найдено|^ошибка\b|"
    r"^доступ (?:запрещ[её]н|ограничен)|произошла ошибка|^сайт (?:временно )?недоступен|"
    r"технические работы|такой страницы",
    r"(?:seite|artikel|beitrag|inhalt)\w* (?:\w+ ){0,3}(?:nicht (?:gefunden|verfügbar|vorhanden)|"
    r"existiert nicht|nicht mehr)|^nicht gefunden|^fehler\b|^hoppla|^zugriff verweigert|"
    r"^ups\b|wartungsarbeiten|etwas ist schief",
    r"(?:stron\w+|artykuł\w*|materiał\w*) (?:\w+ ){0,3}(?:nie (?:została? )?(?:znalezion\w+|"
    r"istnieje)|niedostępn\w+|nie ma)|nie znaleziono|^błąd\b|^ups\b|^brak dostępu|"
    r"nie ma takiej strony|przerwa techniczna|coś poszło nie tak",
    r"page (?:introuvable|non trouvée|inexistante)|^erreur\b|n.existe (?:pas|plus)|accès refusé|"
    r"página no encontrada|no se encontró|página não encontrada|pagina non trovata|^oups",
)
ROBOT = _any(
    r"^just a moment|^one moment,? please|^attention required|^please wait\b.{0,30}$|"
    r"pardon our interruption|^security (?:check|verification)|^verif(?:y|ying|ication)\b.{0,40}"
    r"(?:human|robot|browser|request|connection)|^human verification|^(?:are )?you (?:are )?"
    r"(?:not )?a robot|robot or human|"
    r"^(?:checking|verifying) (?:your|if|you)|"
    r"\b(?:i(?:'|’)?m|i am|you(?:'|’)?re|you are) not a (?:robot|bot)|"
    r"(?:confirm|verify|prove|make sure) (?:that )?you(?:'|’)?(?:re| are) (?:a |not a )?(?:human|"
    r"real|robot|bot)|"
    r"unusual (?:traffic|activity) from your|(?:complete|solve) (?:the|this) (?:captcha|security "
    r"check|challenge)|"
    r"enable javascript and cookies to continue|checking (?:if the site connection is secure|your "
    r"browser)|needs to review the security of your connection|request unsuccessful\. incapsula|"
    r"access to this page has been denied|automated (?:requests|access|traffic)|"
    r"(?:sorry, )?you have been blocked|ddos[- ](?:guard|protection)|bot (?:verification|check)|"
    r"why do i have to complete a captcha",
    r"(?:ви|вы) не робот|я не робот|не є роботом|не являетесь роботом|не бот[\W]|"
    r"перевір\w+ (?:вашого |ваш )?(?:браузер|безпек)|"
    r"провер\w+ (?:вашего |ваш )?(?:браузер|безопас)|"
    r"підтвердіть,? що ви (?:людина|не)|подтвердите,? что (?:вы (?:человек|не)|запросы)|"
    r"(?:введіть|введите) (?:символ|код|текст) (?:з|с) (?:картинк|зображ|изображ)|"
    r"підозріл\w+ (?:трафік|активн)|подозрительн\w+ (?:трафик|активн|запрос)|захист від ddos|"
    r"защита от ddos|автоматичн\w+ запит|автоматическ\w+ запрос",
    r"(?:sind sie|bist du) ein (?:mensch|roboter)|kein roboter|sicherheits(?:über|ab)prüfung|"
    r"ungewöhnlich\w* (?:datenverkehr|aktivität|zugriff)|browser wird (?:über|ge)prüft|"
    r"nie jestem robotem|nie jesteś robotem|jesteś człowiekiem|weryfikacj\w+ (?:bezpiecz|przegląd)|"
    r"nietypow\w+ ruch|pas un robot|êtes(?:-vous)? (?:bien )?(?:un )?humain|"
    r"no (?:eres|soy) un robot|"
    r"vérification de sécurité|non sono un robot",
)
ROBOT_MARKUP = re.compile(
    r"cf-(?:challenge|browser-verification|chl|turnstile-response)|/cdn-cgi/challenge-platform|"
    r"challenges\.cloudflare\.com|_Incapsula_Resource|incapsula incident|captcha-delivery\.com|"
    r"px-captcha|perimeterx|/smartcaptcha|showcaptcha|checkcaptcha|ddos-guard|sucuri_cloudproxy|"
    r"distil_r_captcha|aws-?waf-?token|awswaf|geetest|kramericaindustries|__qrator",
    re.I,
)
SCRIPTS_WANTED = _any(
    r"(?:enable|activate|requires?|needs?|turn on|without|switch on|allow|supports?) (?:\w+ ){0,3}"
    r"java ?script|java ?script (?:\w+ ){0,4}(?:required|enabled|disabled|enable|turned|"
    r"off|needed|support)|"
    r"java ?script (?:\w+ ){0,3}(?:вимкнен|увімкн|необхідн|потрібн|отключ|включ|необходим|требует)|"
    r"(?:увімкніть|включіть|включите|потрібен|нужен|требуется|підтримує|поддерживает|"
    r"для роботи|для работы)\b.{0,40}java ?script|"
    r"(?:aktivieren|benötigt|erfordert|bitte)\b.{0,40}java ?script|java ?script (?:\w+ ){0,3}"
    r"(?:aktivier|deaktiviert|benötigt|erforderlich|wymagan|wyłączon|włącz|activ|désactiv|requis)|"
    r"(?:włącz|wymaga|uruchomić)\b.{0,40}java ?script|(?:activer|nécessite|activez)\b.{0,40}"
    r"java ?script"
)
LOADING = _any(
    r"^\W*(?:loading|please wait|завантаження|зачекайте|загрузка|подождите|lädt|wird geladen|"
    r"laden|ładowanie|proszę czekać|chargement|cargando|caricamento)\W*$"
)
