import com.policycortex.istio.analysis.*
import com.policycortex.istio.dsl.*
import com.policycortex.istio.dsl.observability.*
import com.policycortex.istio.dsl.ratelimit.*
import com.policycortex.istio.finding.*
import com.policycortex.istio.lint.*
import com.policycortex.istio.mesh.*
import com.policycortex.istio.model.*
import com.policycortex.istio.policycortex.*
import com.policycortex.istio.release.*
import com.policycortex.istio.render.*
import com.policycortex.istio.validation.*
import com.policycortex.istio.yaml.*
import com.policycortex.istio.model.networking.*
import com.policycortex.istio.model.security.*
import static com.policycortex.istio.dsl.Istio.*
import static java.time.Duration.*
