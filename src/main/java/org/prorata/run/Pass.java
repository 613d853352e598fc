package org.prorata.run;

import java.util.List;

/** The work of a run on one chunk of contracts, without storing anything. */
sealed interface Pass permits BillPass, LatePass, ImpactPass {

    Worked work(List<String> contracts);
}
