using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>What one NetView of a page shows, and how many frames it may yet be sent.</summary>
internal sealed class View(uint number)
{
    /// <summary>How many frames may be on their way.</summary>
    public const int Credit = 4;

    public uint Number => number;

    public string Variable { get; private set; } = "";

    /// <summary>The place of the unit variable, −1 for synapses.</summary>
    public int VariableIndex { get; private set; } = -1;

    /// <summary>The synapse variable, empty for unit variables.</summary>
    public string SynapseVariable { get; private set; } = "";

    /// <summary>Whether it shows what the chosen unit receives, or what it sends.</summary>
    public bool IsReceiving { get; private set; }

    /// <summary>The class or type of the projections whose synapses are shown; empty for any.</summary>
    public string Projections { get; private set; } = "";

    /// <summary>The unit whose synapses are shown.</summary>
    public (Layer Layer, int Unit)? Unit { get; set; }

    /// <summary>Whether it is in sight: else it is sent nothing, but what it would show is recorded.</summary>
    public bool IsShown { get; private set; } = true;

    /// <summary>Whether the synapse variable is one that a network clears, so that what it was is kept.</summary>
    public bool IsTransient { get; private set; }

    public long LeastTicks { get; private set; }

    /// <summary>−1 to follow the newest.</summary>
    public int Record { get; private set; }

    public uint Sent { get; private set; }

    public uint Acknowledged { get; private set; }

    /// <summary>The state of the session that was last sent, −1 for none.</summary>
    public long SentState { get; private set; } = -1;

    /// <summary>When the next frame may go, by a clock that goes on evenly: cycles that come as often as frames may go are all sent, though each is a little early or late.</summary>
    public long DueTime { get; private set; }

    public bool HasCredit => Sent - Acknowledged < Credit;

    /// <summary>The network that it shows.</summary>
    public required NetworkFeed Feed { get; set; }

    /// <summary>What was asked for; the network may be another by now.</summary>
    public WatchRequest? Request { get; private set; }

    public void Watch(WatchRequest request, NetworkFeed feed, long ticksPerSecond)
    {
        var network = feed.Network;
        var synapses = request.Variable.Length > 2 && request.Variable[1] == '.' && request.Variable[0] is 'r' or 's' ? request.Variable[2..] : "";
        IsTransient = synapses.Length > 0 && network.SynapseVariables[Require(synapses, network.SynapseVariables)].IsTransient;
        VariableIndex = synapses.Length > 0 ? -1 : Require(request.Variable, network.UnitVariables);
        (Request, Variable, SynapseVariable, IsReceiving, IsShown) = (request, request.Variable, synapses, synapses.Length > 0 && request.Variable[0] == 'r', request.IsShown);
        Feed = feed;
        (Record, Unit, Projections) = (synapses.Length > 0 ? -1 : request.Record, null, request.Projections);
        LeastTicks = request.MaxHertz > 0 ? (long)(ticksPerSecond / request.MaxHertz) : 0;
        SentState = -1;
    }

    /// <summary>After what it is drawn anew.</summary>
    public TimeScale RateOf(bool learns) => (learns ? Request?.Rate : Request?.TestRate) ?? TimeScale.Trial;

    /// <summary>Has it sent what it shows once more, though nothing has happened.</summary>
    public void Renew() => SentState = -1;

    public void Acknowledge(uint sequence) => Acknowledged = Math.Max(Acknowledged, Math.Min(sequence, Sent));

    /// <summary>The number of the next frame.</summary>
    public uint Send(long state, long time)
    {
        (SentState, DueTime) = (state, Math.Max(DueTime, time - LeastTicks) + LeastTicks);
        return ++Sent;
    }

    private static int Require(string name, IReadOnlyList<Variable> variables)
    {
        for (var i = 0; i < variables.Count; i++) { if (variables[i].Name == name) { return i; } }
        throw new EmergentException($"There is no variable '{name}'. {Names.DidYouMean(name, variables.Select(v => v.Name))}");
    }
}
